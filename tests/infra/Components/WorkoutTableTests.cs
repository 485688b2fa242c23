namespace WorkoutLog.Infra.Tests.Components;

public class WorkoutTableTests
{
    private const string Table = "aws:dynamodb/table:Table";

    [Fact]
    public async Task The_logs_table_has_the_keys_and_the_index_of_the_data_model()
    {
        var logs = (await ProgramRun.OfAsync("dev")).Named(Table, "logs").Inputs;

        Assert.Equal("userId", logs["hashKey"]!.ToString());
        Assert.Equal("workoutTimestamp", logs["rangeKey"]!.ToString());
        Assert.Equal(["userId", "workoutTimestamp", "userIdType"], logs["attributes"]!.AsArray().Select(attribute => attribute!["name"]!.ToString()));
        var index = Assert.Single(logs["globalSecondaryIndexes"]!.AsArray())!;
        Assert.Equal(("byType", "ALL"), (index["name"]!.ToString(), index["projectionType"]!.ToString()));
        Assert.Equal(
            """[{"attributeName":"userIdType","keyType":"HASH"},{"attributeName":"workoutTimestamp","keyType":"RANGE"}]""",
            index["keySchemas"]!.ToJsonString());
        Assert.Equal("""{"attributeName":"expiresAt","enabled":true}""", logs["ttl"]!.ToJsonString());
    }

    [Fact]
    public async Task The_stats_table_has_one_item_per_user_and_month()
    {
        var stats = (await ProgramRun.OfAsync("dev")).Named(Table, "stats").Inputs;

        Assert.Equal(("userId", "month"), (stats["hashKey"]!.ToString(), stats["rangeKey"]!.ToString()));
        Assert.Equal(["userId", "month"], stats["attributes"]!.AsArray().Select(attribute => attribute!["name"]!.ToString()));
    }

    [Fact]
    public async Task On_demand_tables_declare_no_capacity_and_are_not_scaled()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.All(graph.OfType(Table), table =>
        {
            Assert.Equal("PAY_PER_REQUEST", table.Inputs["billingMode"]!.ToString());
            Assert.DoesNotContain("Capacity", table.Inputs.ToJsonString(), StringComparison.Ordinal);
            Assert.Empty(table.Options.IgnoreChanges);
        });
        Assert.Empty(graph.OfType("aws:appautoscaling/target:Target"));
    }

    [Fact]
    public async Task Provisioned_tables_have_the_maximum_capacity_and_are_not_scaled()
    {
        var graph = await ProgramRun.OfAsync("prod", ("capacity", "provisioned"), ("capacityMax", "70"), ("indexCapacityMax", "30"));

        Assert.All(graph.OfType(Table), table =>
        {
            Assert.Equal("PROVISIONED 70 70", $"{table.Inputs["billingMode"]} {table.Inputs["readCapacity"]} {table.Inputs["writeCapacity"]}");
            Assert.All(table.Inputs["globalSecondaryIndexes"]?.AsArray() ?? [], index => Assert.Equal("30 30", $"{index!["readCapacity"]} {index["writeCapacity"]}"));
            Assert.Empty(table.Options.IgnoreChanges);
        });
        Assert.Empty(graph.OfType("aws:appautoscaling/target:Target"));
    }

    [Fact]
    public async Task Autoscaled_tables_scale_reads_and_writes_of_themselves_and_of_each_index()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var logs = graph.Named(Table, "logs").Outputs["name"];
        var stats = graph.Named(Table, "stats").Outputs["name"];
        string[] expected =
        [
            $"table/{logs} dynamodb:table:ReadCapacityUnits 10-1400",
            $"table/{logs} dynamodb:table:WriteCapacityUnits 10-1400",
            $"table/{logs}/index/byType dynamodb:index:ReadCapacityUnits 10-500",
            $"table/{logs}/index/byType dynamodb:index:WriteCapacityUnits 10-500",
            $"table/{stats} dynamodb:table:ReadCapacityUnits 10-1400",
            $"table/{stats} dynamodb:table:WriteCapacityUnits 10-1400",
        ];
        Assert.Equal(expected.Order(), graph.OfType("aws:appautoscaling/target:Target").Select(Describe).Order());
        Assert.All(graph.OfType("aws:appautoscaling/policy:Policy"), policy =>
            Assert.Equal(70, policy.Inputs["targetTrackingScalingPolicyConfiguration"]!["targetValue"]!.GetValue<double>()));
        Assert.Equal(expected.Length, graph.OfType("aws:appautoscaling/policy:Policy").Length);
    }

    [Fact]
    public async Task An_update_does_not_reset_autoscaled_capacity()
    {
        var logs = (await ProgramRun.OfAsync("prod")).Named(Table, "logs");

        Assert.Equal(
            ["readCapacity", "writeCapacity", "globalSecondaryIndexes[0].readCapacity", "globalSecondaryIndexes[0].writeCapacity"],
            logs.Options.IgnoreChanges);
        Assert.Equal("PROVISIONED", logs.Inputs["billingMode"]!.ToString());
        Assert.Equal(10, logs.Inputs["readCapacity"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_scaling_policy_tracks_its_own_direction()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.All(graph.OfType("aws:appautoscaling/policy:Policy"), policy =>
        {
            var direction = policy.Inputs["scalableDimension"]!.ToString().Contains(":Read", StringComparison.Ordinal) ? "Read" : "Write";
            var metric = policy.Inputs["targetTrackingScalingPolicyConfiguration"]!["predefinedMetricSpecification"]!["predefinedMetricType"]!.ToString();
            Assert.Equal($"DynamoDB{direction}CapacityUtilization", metric);
        });
    }

    [Fact]
    public async Task Indexes_scale_within_their_own_range()
    {
        var graph = await ProgramRun.OfAsync("prod", ("indexCapacityMin", "3"), ("indexCapacityMax", "9"));

        Assert.All(
            graph.OfType("aws:appautoscaling/target:Target").Where(target => target.Inputs["resourceId"]!.ToString().Contains("/index/", StringComparison.Ordinal)),
            target => Assert.EndsWith(" 3-9", Describe(target), StringComparison.Ordinal));
        Assert.Equal(3, graph.Named(Table, "logs").Inputs["globalSecondaryIndexes"]![0]!["readCapacity"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_stack_without_a_customer_key_leaves_encryption_to_AWS()
    {
        var logs = (await ProgramRun.OfAsync("dev")).Named(Table, "logs");

        Assert.Null(logs.Inputs["serverSideEncryption"]);
        Assert.False(logs.Options.Protect);
    }

    [Fact]
    public async Task Changes_can_be_read_from_a_stream()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.All(graph.OfType(Table), table => Assert.Equal("NEW_AND_OLD_IMAGES", table.Inputs["streamViewType"]!.ToString()));
        Assert.Equal(graph.Named(Table, "logs").Outputs["streamArn"]!.ToString(), graph.Outputs["tableStreamArns"]!["logs"]!.ToString());
    }

    private static string Describe(GraphResource target) =>
        $"{target.Inputs["resourceId"]} {target.Inputs["scalableDimension"]} {target.Inputs["minCapacity"]}-{target.Inputs["maxCapacity"]}";
}
