namespace WorkoutLog.Infra.Tests.Components;

public class ServiceObjectivesTests
{
    private const string Objective = "aws-native:applicationsignals:ServiceLevelObjective";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

    [Fact]
    public async Task Each_group_of_routes_has_an_availability_and_a_latency_objective()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.Equal(
            [
                "workout-log-prod-write-availability: 99.9 % of requests to the write routes succeed",
                "workout-log-prod-write-latency: p99 latency of every write route is at most 300 ms in 99 % of minutes",
                "workout-log-prod-read-availability: 99.9 % of requests to the read routes succeed",
                "workout-log-prod-read-latency: p99 latency of every read route is at most 300 ms in 99 % of minutes",
                "workout-log-prod-statistics-availability: 99.9 % of requests to the statistics routes succeed",
                "workout-log-prod-statistics-latency: p99 latency of every statistics route is at most 300 ms in 99 % of minutes",
            ],
            graph.OfType(Objective).Select(objective => $"{objective.Inputs["name"]}: {objective.Inputs["description"]}"));
    }

    [Fact]
    public async Task Basic_monitoring_has_no_objectives()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.DoesNotContain(graph.Resources, resource => resource.Type is Objective or Composite or "workoutlog:index:ServiceObjectives");
    }

    [Fact]
    public async Task Objectives_look_back_thirty_days_and_over_the_windows_of_their_alarms()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.All(graph.OfType(Objective), objective =>
        {
            Assert.Equal("""{"duration":30,"durationUnit":"DAY"}""", objective.Inputs["goal"]!["interval"]!["rollingInterval"]!.ToJsonString());
            Assert.Equal("""[{"lookBackWindowMinutes":60},{"lookBackWindowMinutes":360}]""", objective.Inputs["burnRateConfigurations"]!.ToJsonString());
        });
    }

    [Fact]
    public async Task Availability_counts_the_failures_among_the_requests_to_all_routes_of_the_group()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var sli = graph.Named(Objective, "objectives-write-availability").Inputs["requestBasedSli"]!["requestBasedSliMetric"]!;
        var (total, bad) = (sli["totalRequestCountMetric"]!.AsArray(), sli["monitoredRequestCountMetric"]!["badCountMetric"]!.AsArray());
        Assert.Equal(OfRoutes("write", "SampleCount of Count"), total.SkipLast(1).Select(Metric));
        Assert.Equal(OfRoutes("write", "Sum of 5XXError"), bad.SkipLast(1).Select(Metric));
        Assert.Equal("""{"expression":"SUM([total0, total1, total2, total3])","id":"total","returnData":true}""", total[^1]!.ToJsonString());
        Assert.Equal("""{"expression":"SUM([bad0, bad1, bad2, bad3])","id":"bad","returnData":true}""", bad[^1]!.ToJsonString());
        Assert.Equal(99.9, graph.Named(Objective, "objectives-write-availability").Inputs["goal"]!["attainmentGoal"]!.GetValue<double>());
    }

    [Fact]
    public async Task Latency_holds_for_the_slowest_route_of_the_group_in_each_minute()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var sli = graph.Named(Objective, "objectives-read-latency").Inputs["sli"]!;
        var queries = sli["sliMetric"]!["metricDataQueries"]!.AsArray();
        Assert.Equal(("LessThanOrEqualTo", 300), (sli["comparisonOperator"]!.ToString(), sli["metricThreshold"]!.GetValue<double>()));
        Assert.Equal(OfRoutes("read", "p99 of Latency"), queries.SkipLast(1).Select(Metric));
        Assert.Equal("""{"expression":"MAX([slow0, slow1, slow2])","id":"slow","returnData":true}""", queries[^1]!.ToJsonString());
        Assert.All(queries.SkipLast(1), query => Assert.Equal(60, query!["metricStat"]!["period"]!.GetValue<double>()));
    }

    [Fact]
    public async Task A_group_of_one_route_needs_no_metric_math()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var query = Assert.Single(graph.Named(Objective, "objectives-statistics-latency").Inputs["sli"]!["sliMetric"]!["metricDataQueries"]!.AsArray());
        Assert.Equal(OfRoutes("statistics", "p99 of Latency"), [Metric(query)]);
        Assert.True(query!["returnData"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("fast", "60", 14.4)]
    [InlineData("slow", "360", 6)]
    public async Task A_window_breaches_only_while_requests_fail(string window, string minutes, double rate)
    {
        var graph = await ProgramRun.OfAsync("prod");

        var alarm = graph.Named(Alarm, $"objectives-statistics-availability-{window}").Inputs;
        var queries = alarm["metricQueries"]!.AsArray();
        Assert.Equal(rate, alarm["threshold"]!.GetValue<double>());
        Assert.Equal(
            $$"""{"dimensions":{"BurnRateWindowMinutes":"{{minutes}}","SloName":"workout-log-prod-statistics-availability"},"metricName":"BurnRate","namespace":"AWS/ApplicationSignals","period":300,"stat":"Maximum"}""",
            queries[0]!["metric"]!.ToJsonString());
        Assert.Equal("5XXError", queries[1]!["metric"]!["metricName"]!.ToString());
        Assert.Equal("IF(FILL(m1, 0) >= 3, FILL(m0, 0), 0)", queries[2]!["expression"]!.ToString());
    }

    [Fact]
    public async Task A_latency_burn_needs_enough_requests_for_a_percentile()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var queries = graph.Named(Alarm, "objectives-read-latency-fast").Inputs["metricQueries"]!.AsArray();
        Assert.All(queries.Skip(1).SkipLast(1), query => Assert.Equal("Count", query!["metric"]!["metricName"]!.ToString()));
        Assert.Equal("IF(FILL(m1, 0) + FILL(m2, 0) + FILL(m3, 0) >= 20, FILL(m0, 0), 0)", queries[^1]!["expression"]!.ToString());
    }

    [Fact]
    public async Task Pages_only_when_both_windows_breach()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.Equal(6, graph.OfType(Composite).Length);
        Assert.All(graph.OfType(Composite), composite =>
        {
            var stem = composite.Name[..^"-burn".Length];
            var (fast, slow) = (graph.Named(Alarm, $"{stem}-fast"), graph.Named(Alarm, $"{stem}-slow"));
            Assert.Equal($"ALARM(\"{fast.Outputs["name"]}\") AND ALARM(\"{slow.Outputs["name"]}\")", composite.Inputs["alarmRule"]!.ToString());
            Assert.All([fast, slow], window => Assert.Null(window.Inputs["alarmActions"] ?? window.Inputs["okActions"]));
        });
        Assert.Equal(
            "workout-log/prod in us-east-1: Read latency error budget burn rate ≥ 14.4 over 1 h and ≥ 6 over 6 h. "
            + "At this rate the 30-day error budget lasts at most 5 days. Page: docs/runbooks/latency-burn.md",
            graph.Named(Composite, "objectives-read-latency-burn").Inputs["alarmDescription"]!.ToString());
    }

    private static IEnumerable<string> OfRoutes(string group, string what) =>
        Routes.All.Where(route => route.Group == group).Select(route => $"{what} of {route.Name}");

    private static string Metric(JsonNode? query)
    {
        var stat = query!["metricStat"]!;
        var dimensions = stat["metric"]!["dimensions"]!.AsArray().ToDictionary(dimension => dimension!["name"]!.ToString(), dimension => dimension!["value"]!.ToString());
        return $"{stat["stat"]} of {stat["metric"]!["metricName"]} of {dimensions["Method"]} {dimensions["Resource"]}";
    }
}
