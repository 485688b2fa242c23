namespace WorkoutLog.Infra.Tests.Monitoring.Alarms.Catalogue;

public class TableAlarmsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Theory]
    [InlineData("read", "Read", "")]
    [InlineData("write", "Write", "")]
    [InlineData("byType-read", "Read", "byType")]
    [InlineData("byType-write", "Write", "byType")]
    public async Task The_capacity_alarm_compares_units_per_second(string alarm, string direction, string index)
    {
        var graph = await ProgramRun.OfAsync("prod");

        var queries = graph.Named(Alarm, $"observability-logs-{alarm}-capacity").Inputs["metricQueries"]!.AsArray();
        Assert.Equal(
            [$"Sum of Consumed{direction}CapacityUnits of {index}", $"Average of Provisioned{direction}CapacityUnits of {index}"],
            queries.SkipLast(1).Select(query => query!["metric"]!).Select(metric =>
                $"{metric["stat"]} of {metric["metricName"]} of {metric["dimensions"]!["GlobalSecondaryIndexName"]}"));
        Assert.Equal("100 * FILL(m0, 0) / (300 * FILL(m1, REPEAT))", queries[^1]!["expression"]!.ToString());
        Assert.All(queries.SkipLast(1), query => Assert.Equal(300, query!["metric"]!["period"]!.GetValue<double>()));
    }

    [Fact]
    public async Task An_on_demand_table_has_no_capacity_alarm()
    {
        var graph = await ProgramRun.OfAsync("prod", ("capacity", "onDemand"));

        Assert.DoesNotContain(graph.OfType(Alarm), alarm => alarm.Name.EndsWith("-capacity", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("throttles", new[] { "ReadThrottleEvents of ", "WriteThrottleEvents of ", "ReadThrottleEvents of byType", "WriteThrottleEvents of byType" })]
    [InlineData("system-errors", new[] { "SystemErrors of GetItem", "SystemErrors of Query", "SystemErrors of TransactWriteItems" })]
    public async Task Table_alarms_end_when_DynamoDB_emits_no_data(string alarm, string[] metrics)
    {
        var graph = await ProgramRun.OfAsync("dev", ("monitoring", "detailed"));

        var table = graph.Named("aws:dynamodb/table:Table", "logs").Outputs["name"];
        var queries = graph.Named(Alarm, $"observability-logs-{alarm}").Inputs["metricQueries"]!.AsArray();
        Assert.Equal("SUM(FILL(METRICS(), 0))", queries[^1]!["expression"]!.ToString());
        Assert.Equal(
            metrics.Select(metric => $"{table} {metric}"),
            queries.SkipLast(1).Select(query => query!["metric"]!).Select(series =>
                $"{series["dimensions"]!["TableName"]} {series["metricName"]} of {series["dimensions"]!["Operation"] ?? series["dimensions"]!["GlobalSecondaryIndexName"]}"));
    }
}
