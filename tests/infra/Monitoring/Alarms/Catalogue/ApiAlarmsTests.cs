namespace WorkoutLog.Infra.Tests.Monitoring.Alarms.Catalogue;

public class ApiAlarmsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task Production_has_an_alarm_on_missing_traffic()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var alarm = graph.Named(Alarm, "observability-api-no-traffic").Inputs;
        Assert.Equal(
            "workout-log/prod in us-east-1: API requests < 1 in 3 of 3 one-hour periods. Callers may be unable to reach the API. Page: docs/runbooks/api-no-traffic.md",
            alarm["alarmDescription"]!.ToString());
        Assert.Equal(("LessThanThreshold", "breaching", 3600), (alarm["comparisonOperator"]!.ToString(), alarm["treatMissingData"]!.ToString(), alarm["period"]!.GetValue<double>()));
    }

    [Fact]
    public async Task Latency_alarms_need_enough_requests_for_a_percentile()
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
    public async Task The_5xx_rate_counts_from_the_third_failure_on()
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
