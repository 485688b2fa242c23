using System.Text.RegularExpressions;

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
            Assert.Equal(graph.Named("aws:kms/key:Key", "key").Outputs["arn"]!.ToString(), group.Inputs["kmsKeyId"]!.ToString()));
    }

    [Fact]
    public async Task Basic_monitoring_watches_symptoms()
    {
        var graph = await ProgramRun.OfAsync("dev", ("monitoring", "basic"));

        Assert.Equal(
            [
                "ProcessWorkout-errors: ProcessWorkout fails: at least 3 errors in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/function-errors.md",
                "QueryWorkouts-errors: QueryWorkouts fails: at least 3 errors in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/function-errors.md",
                "api-server-errors: The API answers with status 5xx: at least 5 % of the requests (and 3 of them) in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/api-server-errors.md",
                "logs-throttles: DynamoDB throttles the logs table or an index of it: at least 5 throttled reads and writes in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/table-throttles.md",
                "stats-throttles: DynamoDB throttles the stats table: at least 5 throttled reads and writes in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/table-throttles.md",
            ],
            Own(graph).Select(alarm => $"{alarm.Name["observability-".Length..]}: {alarm.Inputs["alarmDescription"]!.ToString()["workout-log/dev in us-east-1: ".Length..]}")
                .Order(StringComparer.Ordinal));
        // What an account gets for nothing.
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
    public async Task Links_to_where_the_runbooks_are_read()
    {
        var graph = await ProgramRun.OfAsync("dev", ("runbooksUrl", "https://example.com/runbooks"));

        Assert.All(graph.OfType(Alarm), alarm =>
            Assert.Matches(@" Page: https://example\.com/runbooks/[a-z-]+\.md$", alarm.Inputs["alarmDescription"]!.ToString()));
    }

    [Fact]
    public async Task No_alarm_on_what_happens_by_chance_is_raised_by_a_single_failure_or_in_a_single_period()
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
    public async Task Metric_math_names_only_what_the_alarm_reads_and_reads_no_more_than_CloudWatch_takes(string stack)
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
