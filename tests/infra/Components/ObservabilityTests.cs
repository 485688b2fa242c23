using System.Text.RegularExpressions;

namespace WorkoutLog.Infra.Tests.Components;

public class ObservabilityTests
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Theory]
    [InlineData("14")]
    [InlineData("30")]
    public async Task Log_groups_of_functions_have_the_configured_retention(string days)
    {
        var graph = await ProgramRun.OfAsync("dev", ("functionLogRetentionDays", days));

        Assert.All(OwnGroups(graph), group => Assert.Equal(days, group.Inputs["retentionInDays"]!.ToString()));
    }

    [Fact]
    public async Task Log_groups_are_under_the_path_of_the_key_policy()
    {
        var graph = await ProgramRun.OfAsync("prod", ("encryption", "customerKey"));

        Assert.Equal(
            ["/workout-log/prod/ProcessWorkout", "/workout-log/prod/QueryWorkouts"],
            OwnGroups(graph).Select(group => group.Inputs["name"]!.ToString()));
        Assert.All(OwnGroups(graph), group =>
            Assert.Equal(graph.Named("aws:kms/key:Key", "key").Outputs["arn"]!.ToString(), group.Inputs["kmsKeyId"]!.ToString()));
    }

    [Fact]
    public async Task Basic_monitoring_watches_symptoms()
    {
        var graph = await ProgramRun.OfAsync("dev", ("monitoring", "basic"));

        Assert.Equal(
            [
                "ProcessWorkout-errors: ProcessWorkout errors ≥ 3 in 2 of 3 five-minute periods. Callers get server errors. Page: docs/runbooks/function-errors.md",
                "QueryWorkouts-errors: QueryWorkouts errors ≥ 3 in 2 of 3 five-minute periods. Callers get server errors. Page: docs/runbooks/function-errors.md",
                "api-server-errors: API 5xx rate ≥ 5 % (and ≥ 3 responses) in 2 of 3 five-minute periods. Callers get server errors. Page: docs/runbooks/api-server-errors.md",
                "logs-throttles: logs table and index throttled reads and writes ≥ 5 in 2 of 3 five-minute periods. Requests may be slow or fail. Page: docs/runbooks/table-throttles.md",
                "stats-throttles: stats table throttled reads and writes ≥ 5 in 2 of 3 five-minute periods. Requests may be slow or fail. Page: docs/runbooks/table-throttles.md",
            ],
            Own(graph).Select(alarm => $"{alarm.Name["observability-".Length..]}: {alarm.Inputs["alarmDescription"]!.ToString()["workout-log/dev in us-east-1: ".Length..]}")
                .Order(StringComparer.Ordinal));
        // The free tier of an account.
        Assert.Equal(10, graph.OfType(Alarm).Sum(alarm => (alarm.Inputs["metricQueries"] as JsonArray)?.Count(query => query!["metric"] is not null) ?? 1));
    }

    [Fact]
    public async Task Detailed_monitoring_watches_causes_and_routes_too()
    {
        var graph = await ProgramRun.OfAsync("dev", ("monitoring", "detailed"));

        Assert.Equal(
            [
                "ProcessWorkout-concurrency", "ProcessWorkout-duration", "ProcessWorkout-errors", "ProcessWorkout-throttles",
                "QueryWorkouts-concurrency", "QueryWorkouts-duration", "QueryWorkouts-errors", "QueryWorkouts-throttles",
                "api-client-errors", .. Routes.All.Select(route => $"api-{route.OperationId}-latency").Order(StringComparer.Ordinal), "api-server-errors",
                "application-configuration-refused", "application-parameters-not-read", "application-statistics-drift",
                "logs-conflicts", "logs-system-errors", "logs-throttles",
                "stats-conflicts", "stats-system-errors", "stats-throttles",
            ],
            Own(graph).Select(alarm => alarm.Name["observability-".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Links_to_the_configured_runbooks_URL()
    {
        var graph = await ProgramRun.OfAsync("dev", ("runbooksUrl", "https://example.com/runbooks"));

        Assert.All(graph.OfType(Alarm), alarm =>
            Assert.Matches(@" Page: https://example\.com/runbooks/[a-z-]+\.md$", alarm.Inputs["alarmDescription"]!.ToString()));
    }

    [Fact]
    public async Task A_single_failure_or_period_raises_no_alarm()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.All(Own(graph).Where(alarm => !alarm.Name.Contains("-application-", StringComparison.Ordinal)), alarm =>
        {
            Assert.True(alarm.Inputs["threshold"]!.GetValue<double>() > 1 || alarm.Inputs["comparisonOperator"]!.ToString() == "LessThanThreshold");
            Assert.True(alarm.Inputs["datapointsToAlarm"]!.GetValue<double>() > 1);
            Assert.Equal(3, alarm.Inputs["evaluationPeriods"]!.GetValue<double>());
        });
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Metric_math_uses_exactly_the_alarms_metrics_within_CloudWatchs_limit(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType(Alarm).Where(alarm => alarm.Inputs["metricQueries"] is not null), alarm =>
        {
            var queries = alarm.Inputs["metricQueries"]!.AsArray();
            var ids = queries.SkipLast(1).Select(query => query!["id"]!.ToString()).ToList();
            var expression = queries[^1]!["expression"]!.ToString();
            Assert.InRange(ids.Count, 1, 10);
            Assert.Equal(ids, ids.Distinct());
            Assert.All(ids, id => Assert.Matches("^[a-z][A-Za-z0-9_]*$", id));
            Assert.Equal(
                expression.Contains("METRICS()", StringComparison.Ordinal) ? [] : ids.Order(StringComparer.Ordinal),
                Regex.Matches(expression, @"\bm[0-9]+\b").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
            Assert.Single(queries.SkipLast(1).Select(query => query!["metric"]!["period"]!.GetValue<double>()).Distinct());
        });
    }

    private static IEnumerable<GraphResource> Own(ResourceGraph graph) =>
        graph.OfType(Alarm).Where(alarm => alarm.Name.StartsWith("observability-", StringComparison.Ordinal));

    private static List<GraphResource> OwnGroups(ResourceGraph graph)
    {
        var component = graph.Only("workoutlog:index:Observability").Urn;
        return [.. graph.OfType(LogGroup).Where(group => group.Parent == component).OrderBy(group => group.Name, StringComparer.Ordinal)];
    }
}
