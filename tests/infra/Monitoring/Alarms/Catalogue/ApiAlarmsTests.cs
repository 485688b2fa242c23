namespace WorkoutLog.Infra.Tests.Monitoring.Alarms.Catalogue;

public class ApiAlarmsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task Production_also_misses_its_callers()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var alarm = graph.Named(Alarm, "observability-api-no-traffic").Inputs;
        Assert.Equal(
            "workout-log/prod in us-east-1: Nobody reaches the API: less than 1 requests in 60 minutes, 3 times in 180 minutes. Page: docs/runbooks/api-no-traffic.md",
            alarm["alarmDescription"]!.ToString());
        Assert.Equal(("LessThanThreshold", "breaching", 3600), (alarm["comparisonOperator"]!.ToString(), alarm["treatMissingData"]!.ToString(), alarm["period"]!.GetValue<double>()));
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
}
