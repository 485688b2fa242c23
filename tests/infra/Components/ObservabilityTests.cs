using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkoutLog.Infra.Api;
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
    public async Task Basic_monitoring_watches_symptoms()
    {
        var graph = await ProgramRun.OfAsync("dev", ("monitoring", "basic"));

        Assert.Equal(
            [
                "ProcessWorkout-errors: ProcessWorkout fails: at least 3 errors in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/function-errors.md",
                "ProcessWorkout-throttles: ProcessWorkout turns callers away, having no more concurrency: at least 5 throttled calls in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/function-throttles.md",
                "QueryWorkouts-errors: QueryWorkouts fails: at least 3 errors in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/function-errors.md",
                "QueryWorkouts-throttles: QueryWorkouts turns callers away, having no more concurrency: at least 5 throttled calls in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/function-throttles.md",
                "api-server-errors: The API answers with status 5xx: at least 5 % of the requests (and 3 of them) in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/api-server-errors.md",
                "logs-throttles: DynamoDB throttles the logs table: at least 5 throttled reads and writes in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/table-throttles.md",
                "stats-throttles: DynamoDB throttles the stats table: at least 5 throttled reads and writes in 5 minutes, 2 times in 15 minutes. Page: docs/runbooks/table-throttles.md",
            ],
            Own(graph).Select(alarm => $"{alarm.Name["observability-".Length..]}: {alarm.Inputs["alarmDescription"]}").Order(StringComparer.Ordinal));
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
                "application-configuration-refused", "application-statistics-drift",
                "logs-conflicts", "logs-system-errors", "logs-throttles",
                "stats-conflicts", "stats-system-errors", "stats-throttles",
            ],
            Own(graph).Select(alarm => alarm.Name["observability-".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Production_also_misses_its_callers()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var alarm = graph.Named(Alarm, "observability-api-no-traffic").Inputs;
        Assert.Equal(
            "Nobody reaches the API: less than 1 requests in 60 minutes, 3 times in 180 minutes. Page: docs/runbooks/api-no-traffic.md",
            alarm["alarmDescription"]!.ToString());
        Assert.Equal(("LessThanThreshold", "breaching", 3600), (alarm["comparisonOperator"]!.ToString(), alarm["treatMissingData"]!.ToString(), alarm["period"]!.GetValue<double>()));
    }

    [Theory]
    [InlineData("7", 5600)]
    [InlineData("28", 22400)]
    public async Task A_function_comes_near_its_timeout_at_four_fifths_of_it(string seconds, double milliseconds)
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsTimeoutSeconds", seconds));

        var alarm = graph.Named(Alarm, "observability-QueryWorkouts-duration").Inputs;
        Assert.Equal(milliseconds, alarm["threshold"]!.GetValue<double>());
        Assert.Equal("IF(m1 >= 5, m0, 0)", alarm["metricQueries"]![2]!["expression"]!.ToString());
    }

    [Theory]
    [InlineData("100", 80)]
    [InlineData("3", 3)]
    public async Task A_function_comes_near_its_reserve_at_four_fifths_of_it(string reserve, double calls)
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsReservedConcurrency", reserve));

        Assert.Equal(calls, graph.Named(Alarm, "observability-QueryWorkouts-concurrency").Inputs["threshold"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_function_without_a_reserve_has_none_to_come_near()
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsReservedConcurrency", "unreserved"));

        Assert.DoesNotContain(graph.OfType(Alarm), alarm => alarm.Name == "observability-QueryWorkouts-concurrency");
    }

    [Fact]
    public async Task A_route_is_slow_only_when_a_percentile_of_it_means_something()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var queries = graph.Named(Alarm, "observability-api-getStats-latency").Inputs["metricQueries"]!.AsArray();
        Assert.Equal(
            ["p99 of Latency of GET /stats/{userId}", "SampleCount of Count of GET /stats/{userId}"],
            queries.SkipLast(1).Select(query => query!["metric"]!).Select(metric =>
                $"{metric["stat"]} of {metric["metricName"]} of {metric["dimensions"]!["Method"]} {metric["dimensions"]!["Resource"]}"));
        Assert.Equal("IF(m1 >= 20, m0, 0)", queries[^1]!["expression"]!.ToString());
    }

    [Theory]
    [InlineData("read", "Read")]
    [InlineData("write", "Write")]
    public async Task An_autoscaled_table_comes_near_its_capacity_by_the_second(string alarm, string direction)
    {
        var graph = await ProgramRun.OfAsync("prod");

        var queries = graph.Named(Alarm, $"observability-logs-{alarm}-capacity").Inputs["metricQueries"]!.AsArray();
        Assert.Equal(
            [$"Sum of Consumed{direction}CapacityUnits", $"Average of Provisioned{direction}CapacityUnits"],
            queries.SkipLast(1).Select(query => $"{query!["metric"]!["stat"]} of {query["metric"]!["metricName"]}"));
        Assert.Equal("100 * FILL(m0, 0) / (300 * FILL(m1, REPEAT))", queries[^1]!["expression"]!.ToString());
        Assert.All(queries.SkipLast(1), query => Assert.Equal(300, query!["metric"]!["period"]!.GetValue<double>()));
    }

    [Fact]
    public async Task A_table_on_demand_has_no_capacity_to_come_near()
    {
        var graph = await ProgramRun.OfAsync("prod", ("capacity", "onDemand"));

        Assert.DoesNotContain(graph.OfType(Alarm), alarm => alarm.Name.EndsWith("-capacity", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_repair_found_holds_until_the_next_repair()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var alarm = graph.Named(Alarm, "observability-application-statistics-drift").Inputs;
        Assert.Equal("""{"Environment":"prod"}""", alarm["dimensions"]!.ToJsonString());
        Assert.Equal(("WorkoutLog", "StatisticsDrift", "ignore"), (alarm["namespace"]!.ToString(), alarm["metricName"]!.ToString(), alarm["treatMissingData"]!.ToString()));
        Assert.Equal((1, 1), (alarm["evaluationPeriods"]!.GetValue<double>(), alarm["datapointsToAlarm"]!.GetValue<double>()));
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

    [Fact]
    public async Task Metric_math_names_only_what_the_alarm_reads_and_reads_no_more_than_CloudWatch_takes()
    {
        var graph = await ProgramRun.OfAsync("prod");

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

    private static IEnumerable<GraphResource> Own(ResourceGraph graph) =>
        graph.OfType(Alarm).Where(alarm => alarm.Name.StartsWith("observability-", StringComparison.Ordinal));

    private static List<GraphResource> OwnGroups(ResourceGraph graph)
    {
        var component = graph.Only("workoutlog:index:Observability").Urn;
        return [.. graph.OfType(LogGroup).Where(group => group.Parent == component).OrderBy(group => group.Name, StringComparer.Ordinal)];
    }
}
