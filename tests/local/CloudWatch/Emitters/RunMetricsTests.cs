using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch.Emitters;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.CloudWatch.Emitters;

public sealed class RunMetricsTests
{
    private static readonly DateTimeOffset _time = DateTimeOffset.UnixEpoch;
    private readonly MetricStore _metrics = new();

    [Fact]
    public void Counts_a_request_for_the_API_its_stage_and_its_method()
    {
        var run = Create(Detailed());

        run.Add(Request("POST", "/workouts", 502));
        run.Add(Request("POST", "/workouts", 201));
        run.Add(Request("GET", null, 403) with { IntegrationDuration = null });

        (string, string)[] stage = [("ApiName", ""), ("Stage", "v1")];
        (string, string)[] route = [.. stage, ("Method", "POST"), ("Resource", "/workouts")];
        Assert.Equal((3, 1, 1), (Read("AWS/ApiGateway", "Count", "SampleCount", stage), Read("AWS/ApiGateway", "4XXError", "Sum", stage), Read("AWS/ApiGateway", "5XXError", "Sum", stage)));
        Assert.Equal((2, 0.5), (Read("AWS/ApiGateway", "Count", "Sum", route), Read("AWS/ApiGateway", "5XXError", "Average", route)));
        Assert.Equal((40, 30), (Read("AWS/ApiGateway", "Latency", "p99", route), Read("AWS/ApiGateway", "IntegrationLatency", "Maximum", route)));
        Assert.Equal(3, Read("AWS/ApiGateway", "Count", "Sum", ("ApiName", "")));
        AssertDeclared(run);
    }

    [Fact]
    public void Leaves_the_methods_out_where_the_stage_does_not_switch_them_on()
    {
        var run = Create(SampleGraph.Stack());

        run.Add(Request("POST", "/workouts", 201));

        Assert.DoesNotContain(_metrics.Ids, metric => metric.Dimensions.Any(dimension => dimension.Key == "Resource"));
        AssertDeclared(run);
    }

    [Fact]
    public void Counts_an_invocation_for_the_function_and_its_alias()
    {
        var run = Create(SampleGraph.Stack());

        run.Add(Invocation(new InvocationResult.Answered(default), concurrency: 2));
        run.Add(Invocation(new InvocationResult.Crashed(1), concurrency: 3));
        run.Add(Invocation(new InvocationResult.Throttled(), concurrency: 0));

        foreach (var dimensions in new (string, string)[][] { [("FunctionName", "Echo-1a2b3c4")], [("FunctionName", "Echo-1a2b3c4"), ("Resource", "Echo-1a2b3c4:live")] })
        {
            Assert.Equal((2, 1, 1), (Read("AWS/Lambda", "Invocations", "Sum", dimensions), Read("AWS/Lambda", "Errors", "Sum", dimensions), Read("AWS/Lambda", "Throttles", "Sum", dimensions)));
            Assert.Equal((3, 2, 20), (Read("AWS/Lambda", "ConcurrentExecutions", "Maximum", dimensions), Read("AWS/Lambda", "Duration", "SampleCount", dimensions), Read("AWS/Lambda", "Duration", "p50", dimensions)));
        }

        AssertDeclared(run);
    }

    [Fact]
    public void Counts_what_a_call_does_to_a_table_and_nothing_that_does_not_happen()
    {
        var run = Create(SampleGraph.Stack());

        run.Add(Call("TransactWriteItems", 200, new TableUse("logs-1a2b3c4", 0, 4, 0, 0, 0)));
        run.Add(Call("TransactWriteItems", 400, new TableUse("logs-1a2b3c4", 0, 0, 0, 1, 2)));
        run.Add(Call("GetItem", 500, new TableUse("logs-1a2b3c4", 0, 0, 0, 0, 0)));
        run.Add(Call("GetItem", 0, new TableUse("logs-1a2b3c4", 0, 0, 0, 0, 0)));
        run.Add(Call("GetItem", 200, new TableUse("of another stack", 1, 0, 0, 0, 0)));

        Assert.Equal(
            [
                "AWS/DynamoDB ConsumedWriteCapacityUnits {TableName=logs-1a2b3c4} 4",
                "AWS/DynamoDB SuccessfulRequestLatency {Operation=TransactWriteItems, TableName=logs-1a2b3c4} 10",
                "AWS/DynamoDB SystemErrors {Operation=GetItem, TableName=logs-1a2b3c4} 1",
                "AWS/DynamoDB ThrottledRequests {Operation=TransactWriteItems, TableName=logs-1a2b3c4} 1",
                "AWS/DynamoDB TransactionConflict {TableName=logs-1a2b3c4} 2",
                "AWS/DynamoDB WriteThrottleEvents {TableName=logs-1a2b3c4} 1",
            ],
            _metrics.Ids.Select(metric => FormattableString.Invariant($"{metric} {Read(metric, "Sum")}")).Order(StringComparer.Ordinal));
        AssertDeclared(run);
    }

    [Fact]
    public void Knows_the_capacity_of_a_provisioned_table_only()
    {
        Create(SampleGraph.With([.. SampleGraph.Stack().Resources.Where(resource => resource.Type != TableType.Token), SampleGraph.Table("PROVISIONED")])).AddSteady(_time);

        Assert.Equal(10, Read("AWS/DynamoDB", "ProvisionedReadCapacityUnits", "Average", ("TableName", "logs-1a2b3c4")));
        Assert.Equal(10, Read("AWS/DynamoDB", "ProvisionedWriteCapacityUnits", "Average", ("TableName", "logs-1a2b3c4")));
    }

    [Fact]
    public void Counts_the_lines_of_a_log_and_takes_the_metrics_out_of_them()
    {
        var run = Create(SampleGraph.Stack());

        run.Add(new LogLineWritten(_time, "Echo", "später"));
        run.Add(new LogLineWritten(_time, "Echo", """{"_aws":{"Timestamp":0,"CloudWatchMetrics":[{"Namespace":"Own","Dimensions":[["Environment"]],"Metrics":[{"Name":"Laps"}]}]},"Environment":"dev","Laps":7}"""));

        Assert.Equal(2, Read("AWS/Logs", "IncomingLogEvents", "Sum", ("LogGroupName", "/aws/lambda/Echo-1a2b3c4")));
        Assert.Equal(7, Read("AWS/Logs", "IncomingBytes", "Minimum", ("LogGroupName", "/aws/lambda/Echo-1a2b3c4")));
        Assert.Equal(7, Read("Own", "Laps", "Sum", ("Environment", "dev")));
    }

    private static ResourceGraph Detailed() => SampleGraph.With([.. SampleGraph.Stack().Resources, SampleGraph.Resource(
        MethodSettingsType.Token, "settings", new JsonObject { ["methodPath"] = "*/*", ["settings"] = new JsonObject { ["metricsEnabled"] = true } })]);

    private static ApiRequestEnded Request(string method, string? route, int status) => new(
        _time, "r", "t", method, route ?? "/nowhere", route, status, null, "Echo", TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(30), null);

    private static InvocationEnded Invocation(InvocationResult result, int concurrency) =>
        new(_time, "Echo", "t", result, TimeSpan.FromMilliseconds(20), null, concurrency, []) { InvokedArn = SampleGraph.AliasArn, Version = "1" };

    private static AwsCallEnded Call(string operation, int status, TableUse use) =>
        new(_time, "Echo", "t", "dynamodb", operation, [], status, null, TimeSpan.FromMilliseconds(10), [use]);

    private RunMetrics Create(ResourceGraph graph) =>
        new(graph, StackDescription.From(graph), _metrics, new MetricClock(new ManualClock(), TimeSpan.FromMinutes(1)));

    // What is found by the orphans' test as emitted, and what is emitted, are the same.
    private void AssertDeclared(RunMetrics run) => Assert.Empty(_metrics.Ids.Except(run.All));

    private double? Read(string space, string name, string statistic, params (string, string)[] dimensions) => Read(new MetricId(space, name, dimensions), statistic);

    private double? Read(MetricId metric, string statistic) =>
        _metrics.Read(metric, Statistic.Parse(statistic), new TimeGrid(_time, TimeSpan.FromMinutes(1), 1)).Single();
}
