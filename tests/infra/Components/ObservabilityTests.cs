using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Infra.Tests.Components;

public class ObservabilityTests
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Theory]
    [InlineData("14")]
    [InlineData("30")]
    public async Task Log_groups_of_functions_keep_their_events_as_long_as_the_stack_says(string days)
    {
        var graph = await ProgramRun.OfAsync("dev", ("functionLogRetentionDays", days));

        Assert.All(OwnGroups(graph), group => Assert.Equal(days, group.Inputs["retentionInDays"]!.ToString()));
    }

    [Fact]
    public async Task Log_groups_stand_under_the_path_that_the_policy_of_the_key_names()
    {
        var graph = await ProgramRun.OfAsync("prod", ("encryption", "customerKey"));

        Assert.Equal(
            ["/workout-log/prod/ProcessWorkout", "/workout-log/prod/QueryWorkouts"],
            OwnGroups(graph).Select(group => group.Inputs["name"]!.ToString()));
        Assert.All(OwnGroups(graph), group =>
            Assert.Equal(graph.Only("aws:kms/key:Key").Outputs["arn"]!.ToString(), group.Inputs["kmsKeyId"]!.ToString()));
    }

    [Fact]
    public async Task Watches_functions_API_and_tables()
    {
        var graph = await ProgramRun.OfAsync("dev", ("monitoring", "detailed"));

        Assert.Equal(
            [
                "ProcessWorkout-errors: ProcessWorkout fails: at least 3 errors in 5 minutes, 2 times in 15 minutes.",
                "ProcessWorkout-throttles: ProcessWorkout turns callers away, having no more concurrency: at least 5 throttled calls in 5 minutes, 2 times in 15 minutes.",
                "QueryWorkouts-errors: QueryWorkouts fails: at least 3 errors in 5 minutes, 2 times in 15 minutes.",
                "QueryWorkouts-throttles: QueryWorkouts turns callers away, having no more concurrency: at least 5 throttled calls in 5 minutes, 2 times in 15 minutes.",
                "api-server-errors: The API answers with status 5xx: at least 5 % of the requests (and 3 of them) in 5 minutes, 2 times in 15 minutes.",
                "logs-system-errors: DynamoDB fails on the logs table: at least 3 system errors in 5 minutes, 2 times in 15 minutes.",
                "logs-throttles: DynamoDB throttles the logs table: at least 5 throttled reads and writes in 5 minutes, 2 times in 15 minutes.",
                "stats-system-errors: DynamoDB fails on the stats table: at least 3 system errors in 5 minutes, 2 times in 15 minutes.",
                "stats-throttles: DynamoDB throttles the stats table: at least 5 throttled reads and writes in 5 minutes, 2 times in 15 minutes.",
            ],
            graph.OfType(Alarm)
                .Select(alarm => $"{alarm.Name["observability-".Length..]}: {alarm.Inputs["alarmDescription"]}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Basic_monitoring_leaves_out_the_causes_that_the_API_shows_too_and_looks_at_ten_metrics()
    {
        var graph = await ProgramRun.OfAsync("dev", ("monitoring", "basic"));

        var alarms = graph.OfType(Alarm).ToList();
        Assert.DoesNotContain(alarms, alarm => alarm.Name.EndsWith("system-errors", StringComparison.Ordinal));
        Assert.Equal(7, alarms.Count);
        // What an account gets for nothing.
        Assert.Equal(10, alarms.Sum(alarm => (alarm.Inputs["metricQueries"] as JsonArray)?.Count(query => query!["metric"] is not null) ?? 1));
    }

    [Fact]
    public async Task Each_alarm_says_when_it_begins_and_when_it_ends()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var topic = $"""["{graph.Only("aws:sns/topic:Topic").Outputs["arn"]}"]""";
        Assert.All(graph.OfType(Alarm), alarm =>
        {
            Assert.Equal(topic, alarm.Inputs["alarmActions"]!.ToJsonString());
            Assert.Equal(topic, alarm.Inputs["okActions"]!.ToJsonString());
            Assert.True(alarm.Inputs["actionsEnabled"]!.GetValue<bool>());
            Assert.Equal("notBreaching", alarm.Inputs["treatMissingData"]!.ToString());
        });
    }

    [Fact]
    public async Task No_alarm_is_raised_by_a_single_failure_or_in_a_single_period()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.All(graph.OfType(Alarm), alarm =>
        {
            Assert.True(alarm.Inputs["threshold"]!.GetValue<double>() > 1);
            Assert.Equal(2, alarm.Inputs["datapointsToAlarm"]!.GetValue<double>());
            Assert.Equal(3, alarm.Inputs["evaluationPeriods"]!.GetValue<double>());
        });
    }

    [Fact]
    public async Task Functions_are_watched_at_the_alias_that_callers_reach()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var name = graph.Named("aws:lambda/function:Function", "ProcessWorkout").Outputs["name"];
        var alarm = graph.Named(Alarm, "observability-ProcessWorkout-errors").Inputs;
        Assert.Equal(("AWS/Lambda", "Errors"), (alarm["namespace"]!.ToString(), alarm["metricName"]!.ToString()));
        Assert.Equal($$"""{"FunctionName":"{{name}}","Resource":"{{name}}:live"}""", alarm["dimensions"]!.ToJsonString());
        Assert.Equal(("Sum", 300), (alarm["statistic"]!.ToString(), alarm["period"]!.GetValue<double>()));
    }

    [Fact]
    public async Task Failures_of_the_API_count_by_their_share_from_the_third_on()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var name = graph.Only("aws:apigateway/restApi:RestApi").Outputs["name"];
        var queries = graph.Named(Alarm, "observability-api-server-errors").Inputs["metricQueries"]!.AsArray();
        Assert.Equal(
            $$"""{"dimensions":{"ApiName":"{{name}}","Stage":"v1"},"metricName":"5XXError","namespace":"AWS/ApiGateway","period":300,"stat":"Sum"}""",
            queries[0]!["metric"]!.ToJsonString());
        Assert.Equal("SampleCount", queries[1]!["metric"]!["stat"]!.ToString());
        Assert.Equal("IF(m0 >= 3, 100 * m0 / m1, 0)", queries[2]!["expression"]!.ToString());
        Assert.Equal([false, false, true], queries.Select(query => query!["returnData"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData("throttles", new[] { "ReadThrottleEvents of ", "WriteThrottleEvents of " })]
    [InlineData("system-errors", new[] { "SystemErrors of GetItem", "SystemErrors of Query", "SystemErrors of TransactWriteItems" })]
    public async Task Alarms_of_a_table_end_although_DynamoDB_falls_silent(string alarm, string[] metrics)
    {
        var graph = await ProgramRun.OfAsync("dev", ("monitoring", "detailed"));

        var table = graph.Named("aws:dynamodb/table:Table", "logs").Outputs["name"];
        var queries = graph.Named(Alarm, $"observability-logs-{alarm}").Inputs["metricQueries"]!.AsArray();
        Assert.Equal("SUM(FILL(METRICS(), 0))", queries[^1]!["expression"]!.ToString());
        Assert.Equal(
            metrics.Select(metric => $"{table} {metric}"),
            queries.SkipLast(1).Select(query => query!["metric"]!).Select(series =>
                $"{series["dimensions"]!["TableName"]} {series["metricName"]} of {series["dimensions"]!["Operation"]}"));
    }

    private static List<GraphResource> OwnGroups(ResourceGraph graph)
    {
        var component = graph.Only("workoutlog:index:Observability").Urn;
        return [.. graph.OfType(LogGroup).Where(group => group.Parent == component).OrderBy(group => group.Name, StringComparer.Ordinal)];
    }
}
