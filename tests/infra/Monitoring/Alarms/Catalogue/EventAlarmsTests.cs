namespace WorkoutLog.Infra.Tests.Monitoring.Alarms.Catalogue;

public class EventAlarmsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task Failures_of_the_pipe_are_summed()
    {
        var graph = await ProgramRun.OfAsync("events");

        var queries = graph.Named(Alarm, "observability-events-failures").Inputs["metricQueries"]!.AsArray();
        var pipe = graph.Only("aws:pipes/pipe:Pipe").Outputs["name"];
        Assert.Equal(
            [$"ExecutionFailed of {pipe}", $"ExecutionPartiallyFailed of {pipe}", $"ExecutionThrottled of {pipe}", $"ExecutionTimeout of {pipe}"],
            queries.SkipLast(1).Select(query => query!["metric"]!).Select(metric => $"{metric["metricName"]} of {metric["dimensions"]!["PipeName"]}"));
        Assert.All(queries.SkipLast(1), query => Assert.Equal("AWS/EventBridge/Pipes", query!["metric"]!["namespace"]!.ToString()));
        Assert.Equal("SUM(FILL(METRICS(), 0))", queries[^1]!["expression"]!.ToString());
    }

    [Fact]
    public async Task Writes_without_events_for_15_minutes_are_a_delay()
    {
        var graph = await ProgramRun.OfAsync("events");

        var alarm = graph.Named(Alarm, "observability-events-delay").Inputs;
        var queries = alarm["metricQueries"]!.AsArray();
        Assert.Equal(
            [$"ConsumedWriteCapacityUnits of {graph.Named("aws:dynamodb/table:Table", "logs").Outputs["name"]}", $"EventCount of {graph.Only("aws:pipes/pipe:Pipe").Outputs["name"]}"],
            queries.SkipLast(1).Select(query => query!["metric"]!).Select(metric => $"{metric["metricName"]} of {metric["dimensions"]!["TableName"] ?? metric["dimensions"]!["PipeName"]}"));
        Assert.Equal("IF(FILL(m0, 0) > 0 AND FILL(m1, 0) < 1, 1, 0)", queries[^1]!["expression"]!.ToString());
        Assert.Equal((3, 3), (alarm["evaluationPeriods"]!.GetValue<double>(), alarm["datapointsToAlarm"]!.GetValue<double>()));
    }

    [Fact]
    public async Task One_dead_letter_is_enough()
    {
        var graph = await ProgramRun.OfAsync("events");

        var alarm = graph.Named(Alarm, "observability-events-dead-letters").Inputs;
        Assert.Equal(
            ("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum"),
            (alarm["namespace"]!.ToString(), alarm["metricName"]!.ToString(), alarm["statistic"]!.ToString()));
        Assert.Equal(graph.Only("aws:sqs/queue:Queue").Outputs["name"]!.ToString(), alarm["dimensions"]!["QueueName"]!.ToString());
        Assert.Equal((1, 1), (alarm["threshold"]!.GetValue<double>(), alarm["evaluationPeriods"]!.GetValue<double>()));
    }
}
