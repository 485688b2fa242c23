using WorkoutLog.Local.Restore;
using WorkoutLog.Local.Tests.Plan;

namespace WorkoutLog.Local.Tests.Restore;

/// <summary>The plan says what the stack declares.</summary>
public sealed class RestorePlanTests(Stacks stacks) : IClassFixture<Stacks>
{
    private static readonly DateTimeOffset _at = new(2026, 4, 30, 9, 30, 0, TimeSpan.Zero);

    // What a restore brings along, what the plan gives back, and what it overrides.
    private static readonly HashSet<string> _known =
    [
        "attributes", "billingMode", "globalSecondaryIndexes", "hashKey", "rangeKey", "readCapacity", "writeCapacity",
        "deletionProtectionEnabled", "pointInTimeRecovery", "streamEnabled", "streamViewType", "tags", "ttl",
        "serverSideEncryption",
    ];

    [Fact]
    public void Knows_each_property_that_a_table_declares()
    {
        ResourceGraph[] graphs = [stacks.Dev, stacks.Prod, Stacks.Fullest];

        var declared = graphs.SelectMany(RestoredTable.In).SelectMany(table => table.Declared.Inputs.Select(input => input.Key));

        Assert.Subset(_known, declared.ToHashSet());
    }

    [Fact]
    public void Gives_back_what_each_table_of_prod_loses() => Assert.Equal(
        """
        aws dynamodb update-continuous-backups --table-name "$restored_logs" --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true
        aws dynamodb update-time-to-live --table-name "$restored_logs" --time-to-live-specification Enabled=true,AttributeName=expiresAt
        aws dynamodb update-table --table-name "$restored_logs" --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES
        for _ in {1..60}; do aws dynamodb wait table-exists --table-name "$restored_logs" && break; done
        aws dynamodb update-table --table-name "$restored_logs" --deletion-protection-enabled
        for _ in {1..60}; do aws dynamodb wait table-exists --table-name "$restored_logs" && break; done
        aws dynamodb tag-resource --resource-arn "arn:aws:dynamodb:$AWS_REGION:$account:table/$restored_logs" \
          --tags '[{"Key":"component","Value":"logs"},{"Key":"costCentre","Value":"workout-log"},{"Key":"project","Value":"workout-log"},{"Key":"stack","Value":"prod"}]'
        """,
        Step(Make(stacks.Prod, only: "logs"), "Give the restored tables what a restore leaves out").Commands);

    [Fact]
    public void Names_everything_that_names_a_table()
    {
        var step = Step(Make(stacks.Prod, only: "stats"), "B. Bring everything else to the new names");

        Assert.Equal(
            [
                "  2 aws:appautoscaling/policy:Policy", "  2 aws:appautoscaling/target:Target", "  1 aws:backup/selection:Selection", "  1 aws:cloudwatch/dashboard:Dashboard",
                "  5 aws:cloudwatch/metricAlarm:MetricAlarm", "  4 aws:iam/rolePolicy:RolePolicy", "  2 aws:lambda/function:Function",
            ],
            step.Why.Where(line => line.StartsWith("  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Encrypts_with_the_key_that_the_stack_declares()
    {
        var (prod, dev) = (Step(Make(stacks.Prod), "Restore into scratch tables").Commands, Step(Make(stacks.Dev), "Restore into scratch tables").Commands);

        Assert.Equal(2, Count(prod, "--sse-specification-override \"Enabled=true,SSEType=KMS,KMSMasterKeyId=$key\""));
        Assert.Equal(2, Count(dev, "--sse-specification-override Enabled=false"));
    }

    [Fact]
    public void Restores_both_tables_to_the_same_second() =>
        Assert.Equal(2, Count(Step(Make(stacks.Prod), "Restore into scratch tables").Commands, "--restore-date-time \"$at\""));

    [Theory, InlineData("dev", "--reserved-concurrent-executions 50"), InlineData("prod", "--reserved-concurrent-executions 100")]
    public void Lets_the_writers_in_with_the_reserve_that_is_declared(string stack, string expected) =>
        Assert.EndsWith(expected, Step(Make(stacks[stack]), "Let the writers in again").Commands, StringComparison.Ordinal);

    [Fact]
    public void Knows_where_a_stack_can_be_restored_from()
    {
        Assert.Equal([RestoreSource.PointInTime, RestoreSource.Vault], RestorePlan.SourcesOf(stacks.Prod));
        Assert.Equal([RestoreSource.PointInTime], RestorePlan.SourcesOf(stacks.Dev));
        Assert.Equal([], RestorePlan.SourcesOf(stacks.Dev.Edit("Table logs pointInTimeRecovery - ; Table stats pointInTimeRecovery -")));
    }

    [Fact]
    public void Writes_the_same_for_machines()
    {
        var plan = Make(stacks.Prod);

        var json = JsonNode.Parse(plan.ToJson())!;

        Assert.Equal(
            ("prod", "us-east-1", "pointInTime", "2026-04-30T09:30:00Z", """["logs","stats"]"""),
            ($"{json["stack"]}", $"{json["region"]}", $"{json["source"]}", $"{json["at"]}", json["tables"]!.ToJsonString()));
        Assert.Equal(
            plan.Steps.Select(step => (step.Title, string.Join('\n', step.Why), step.Commands)),
            json["steps"]!.AsArray().Select(step => ($"{step!["title"]}", string.Join('\n', step["why"]!.AsArray()), $"{step["commands"]}")));
        Assert.Equal(["", "copyBack", "replace"], json["steps"]!.AsArray().Select(step => $"{step!["way"]}").Distinct().Order(StringComparer.Ordinal));
    }

    internal static RestorePlan Make(ResourceGraph graph, RestoreSource source = RestoreSource.PointInTime, string? only = null) =>
        RestorePlan.Of(graph, "us-east-1", source, _at, only);

    private static RestoreStep Step(RestorePlan plan, string title) => Assert.Single(plan.Steps, step => step.Title == title);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
