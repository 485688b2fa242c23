using WorkoutLog.Local.Restore;
using WorkoutLog.Local.Tests.Plan;

namespace WorkoutLog.Local.Tests.Restore;

/// <summary>The plan matches the stack's declarations.</summary>
public sealed class RestorePlanTests(Stacks stacks) : IClassFixture<Stacks>
{
    private static readonly DateTimeOffset _at = new(2026, 4, 30, 9, 30, 0, TimeSpan.Zero);

    // Properties that a restore keeps, that the plan reapplies, and that it overrides.
    private static readonly HashSet<string> _known =
    [
        "attributes", "billingMode", "globalSecondaryIndexes", "hashKey", "rangeKey", "readCapacity", "writeCapacity",
        "deletionProtectionEnabled", "pointInTimeRecovery", "streamEnabled", "streamViewType", "tags", "ttl",
        "serverSideEncryption",
    ];

    [Fact]
    public void Covers_each_declared_table_property()
    {
        ResourceGraph[] graphs = [stacks.Dev, stacks.Prod, Stacks.Fullest];

        var declared = graphs.SelectMany(RestoredTable.In).SelectMany(table => table.Declared.Inputs.Select(input => input.Key));

        Assert.Subset(_known, declared.ToHashSet());
    }

    [Fact]
    public void Reapplies_the_omitted_table_settings() => Assert.Equal(
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
        Step(Make(stacks.Prod, only: "logs"), "Reapply the table settings that a restore omits").Commands);

    [Fact]
    public void Lists_all_resources_that_name_a_table()
    {
        var step = Step(Make(stacks.Prod, only: "stats"), "B. Update the resources that name the tables");

        Assert.Equal(
            [
                "  2 aws:appautoscaling/policy:Policy", "  2 aws:appautoscaling/target:Target", "  1 aws:backup/selection:Selection", "  1 aws:cloudwatch/dashboard:Dashboard",
                "  5 aws:cloudwatch/metricAlarm:MetricAlarm", "  4 aws:iam/rolePolicy:RolePolicy", "  2 aws:lambda/function:Function",
            ],
            step.Why.Where(line => line.StartsWith("  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Encrypts_with_the_declared_key()
    {
        var (prod, dev) = (Step(Make(stacks.Prod), "Restore into scratch tables").Commands, Step(Make(stacks.Dev), "Restore into scratch tables").Commands);

        Assert.Equal(2, Count(prod, "--sse-specification-override \"Enabled=true,SSEType=KMS,KMSMasterKeyId=$key\""));
        Assert.Equal(2, Count(dev, "--sse-specification-override Enabled=false"));
    }

    [Fact]
    public void Restores_both_tables_to_the_same_second() =>
        Assert.Equal(2, Count(Step(Make(stacks.Prod), "Restore into scratch tables").Commands, "--restore-date-time \"$at\""));

    [Theory, InlineData("dev", "--reserved-concurrent-executions 50"), InlineData("prod", "--reserved-concurrent-executions 100")]
    public void Resumes_writes_with_the_declared_reserved_concurrency(string stack, string expected) =>
        Assert.EndsWith(expected, Step(Make(stacks[stack]), "Resume writes").Commands, StringComparison.Ordinal);

    [Fact]
    public void Lists_the_restore_sources_of_a_stack()
    {
        Assert.Equal([RestoreSource.PointInTime, RestoreSource.Vault], RestorePlan.SourcesOf(stacks.Prod));
        Assert.Equal([RestoreSource.PointInTime], RestorePlan.SourcesOf(stacks.Dev));
        Assert.Equal([], RestorePlan.SourcesOf(stacks.Dev.Edit("Table logs pointInTimeRecovery - ; Table stats pointInTimeRecovery -")));
    }

    [Fact]
    public void Writes_the_same_as_JSON()
    {
        var plan = Make(stacks.Prod);

        var json = JsonNode.Parse(plan.ToJson())!;

        Assert.Equal(
            ("prod", "us-east-1", "pointInTime", "2026-04-30T09:30:00Z", """["logs","stats"]"""),
            ($"{json["stack"]}", $"{json["region"]}", $"{json["source"]}", $"{json["at"]}", json["tables"]!.ToJsonString()));
        Assert.Equal(
            plan.Steps.Select(step => (step.Title, string.Join('\n', step.Why), step.Commands)),
            json["steps"]!.AsArray().Select(step => ($"{step!["title"]}", string.Join('\n', step["why"]!.AsArray()), $"{step["commands"]}")));
        Assert.Equal(["", "copyBack", "replace"], json["steps"]!.AsArray().Select(step => $"{step!["method"]}").Distinct().Order(StringComparer.Ordinal));
    }

    internal static RestorePlan Make(ResourceGraph graph, RestoreSource source = RestoreSource.PointInTime, string? only = null) =>
        RestorePlan.Of(graph, "us-east-1", source, _at, only);

    private static RestoreStep Step(RestorePlan plan, string title) => Assert.Single(plan.Steps, step => step.Title == title);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
