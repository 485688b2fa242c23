using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace WorkoutLog.Local.Tests.CloudWatch.Emitters;

public sealed class RunMetricsTests
{
    private static readonly DateTimeOffset _time = DateTimeOffset.UnixEpoch;
    private readonly MetricStore _metrics = new();

    [Fact]
    public void Counts_a_request_for_the_API_its_stage_and_its_method()
    {
        var run = Create(SampleGraph.Stack().With(SampleGraph.MethodSettings(new JsonObject { ["metricsEnabled"] = true })));

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
    public void Counts_an_invocation_per_function_and_alias_and_omits_methods_that_the_stage_does_not_enable()
    {
        var run = Create(SampleGraph.Stack());
        run.Add(Request("POST", "/workouts", 201));
        Assert.DoesNotContain(_metrics.Ids, metric => metric.Dimensions.Any(dimension => dimension.Key == "Resource"));

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
    public void Counts_the_table_use_of_a_call_and_nothing_else()
    {
        var run = Create(SampleGraph.Stack());

        run.Add(Call("TransactWriteItems", 200, new TableUse("logs-1a2b3c4", null, 0, 4, 0, 0, 0)));
        run.Add(Call("TransactWriteItems", 400, new TableUse("logs-1a2b3c4", null, 0, 0, 0, 1, 2)));
        run.Add(Call("Query", 200, new TableUse("logs-1a2b3c4", "byType", 3, 0, 0, 0, 0)));
        run.Add(Call("Query", 400, new TableUse("logs-1a2b3c4", "byType", 0, 0, 1, 0, 0)));
        run.Add(Call("GetItem", 500, new TableUse("logs-1a2b3c4", null, 0, 0, 0, 0, 0)));
        run.Add(Call("GetItem", 0, new TableUse("logs-1a2b3c4", null, 0, 0, 0, 0, 0)));
        run.Add(Call("GetItem", 200, new TableUse("of another stack", null, 1, 0, 0, 0, 0)));

        Assert.Equal(
            [
                "AWS/DynamoDB ConsumedReadCapacityUnits {GlobalSecondaryIndexName=byType, TableName=logs-1a2b3c4} 3",
                "AWS/DynamoDB ConsumedWriteCapacityUnits {TableName=logs-1a2b3c4} 4",
                "AWS/DynamoDB ReadThrottleEvents {GlobalSecondaryIndexName=byType, TableName=logs-1a2b3c4} 1",
                "AWS/DynamoDB SuccessfulRequestLatency {Operation=Query, TableName=logs-1a2b3c4} 10",
                "AWS/DynamoDB SuccessfulRequestLatency {Operation=TransactWriteItems, TableName=logs-1a2b3c4} 10",
                "AWS/DynamoDB SystemErrors {Operation=GetItem, TableName=logs-1a2b3c4} 1",
                "AWS/DynamoDB ThrottledRequests {Operation=Query, TableName=logs-1a2b3c4} 1",
                "AWS/DynamoDB ThrottledRequests {Operation=TransactWriteItems, TableName=logs-1a2b3c4} 1",
                "AWS/DynamoDB TransactionConflict {TableName=logs-1a2b3c4} 2",
                "AWS/DynamoDB WriteThrottleEvents {TableName=logs-1a2b3c4} 1",
            ],
            _metrics.Ids.Select(metric => FormattableString.Invariant($"{metric} {Read(metric, "Sum")}")).Order(StringComparer.Ordinal));
        AssertDeclared(run);
    }

    [Fact]
    public void Knows_the_capacity_of_a_provisioned_table_and_its_indexes_only()
    {
        Create(SampleGraph.Stack().Without(TableType.Token).With(SampleGraph.Table("PROVISIONED"))).AddSteady(_time);

        Assert.All(["ProvisionedReadCapacityUnits", "ProvisionedWriteCapacityUnits"], name =>
        {
            Assert.Equal(10, Read("AWS/DynamoDB", name, "Average", ("TableName", "logs-1a2b3c4")));
            Assert.Equal(10, Read("AWS/DynamoDB", name, "Average", ("TableName", "logs-1a2b3c4"), ("GlobalSecondaryIndexName", "byType")));
        });
    }

    [Fact]
    public void Counts_log_lines_and_extracts_their_metrics()
    {
        var run = Create(SampleGraph.Stack());

        run.Add(new LogLineWritten(_time, "Echo", "später"));
        run.Add(new LogLineWritten(_time, "Echo", """{"_aws":{"Timestamp":0,"CloudWatchMetrics":[{"Namespace":"Own","Dimensions":[["Environment"]],"Metrics":[{"Name":"Laps"}]}]},"Environment":"dev","Laps":7}"""));

        Assert.Equal(2, Read("AWS/Logs", "IncomingLogEvents", "Sum", ("LogGroupName", "/aws/lambda/Echo-1a2b3c4")));
        Assert.Equal(7, Read("AWS/Logs", "IncomingBytes", "Minimum", ("LogGroupName", "/aws/lambda/Echo-1a2b3c4")));
        Assert.Equal(7, Read("Own", "Laps", "Sum", ("Environment", "dev")));
    }

    private static ApiRequestEnded Request(string method, string? route, int status) => new(
        _time, "r", "t", method, route ?? "/nowhere", route, status, null, "Echo", TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(30), null);

    private static InvocationEnded Invocation(InvocationResult result, int concurrency) =>
        new(_time, "Echo", "t", result, TimeSpan.FromMilliseconds(20), null, concurrency, []) { InvokedArn = SampleGraph.AliasArn, Version = "1" };

    private static AwsCallEnded Call(string operation, int status, TableUse use) =>
        new(_time, "Echo", "t", "dynamodb", operation, [], status, null, TimeSpan.FromMilliseconds(10), [use]);

    private RunMetrics Create(ResourceGraph graph) => new(graph, StackDescription.From(graph), _metrics, new MetricClock(new ManualClock(), TimeSpan.FromMinutes(1)));

    // Every emitted metric must be in All, on which EveryMetricTests relies.
    private void AssertDeclared(RunMetrics run) => Assert.Empty(_metrics.Ids.Except(run.All));

    private double? Read(string space, string name, string statistic, params (string, string)[] dimensions) => Read(new MetricId(space, name, dimensions), statistic);

    private double? Read(MetricId metric, string statistic) => _metrics.Read(metric, Statistic.Parse(statistic), new TimeGrid(_time, TimeSpan.FromMinutes(1), 1)).Single();
}

public sealed class EmbeddedMetricLineTests
{
    [Fact]
    public void Reads_each_metric_under_each_set_of_dimensions()
    {
        var metrics = EmbeddedMetricLine.Read("""
            {"_aws":{"Timestamp":1795233906000,"CloudWatchMetrics":[{"Namespace":"WorkoutLog","Dimensions":[["Environment"],["Environment","WorkoutType"]],
            "Metrics":[{"Name":"DurationMinutes","Unit":"Count"},{"Name":"Laps"}]}]},"Environment":"dev","WorkoutType":"RUN","DurationMinutes":30.5,"Laps":[1,2],"requestId":"r"}
            """.ReplaceLineEndings(""));

        Assert.Equal(
            [
                "WorkoutLog DurationMinutes {Environment=dev, WorkoutType=RUN} 30.5",
                "WorkoutLog DurationMinutes {Environment=dev} 30.5",
                "WorkoutLog Laps {Environment=dev, WorkoutType=RUN} 1",
                "WorkoutLog Laps {Environment=dev, WorkoutType=RUN} 2",
                "WorkoutLog Laps {Environment=dev} 1",
                "WorkoutLog Laps {Environment=dev} 2",
            ],
            metrics.Select(entry => FormattableString.Invariant($"{entry.Metric} {entry.Value}")).Order(StringComparer.Ordinal));
        Assert.All(metrics, entry => Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_795_233_906_000), entry.Time));
    }

    [Theory]
    [InlineData("received an event")]
    [InlineData("""{"level":"Information","message":"done"}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[]}}""")]
    [InlineData("""{"_aws":{"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"A"}]}]},"A":1}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Dimensions":[[]],"Metrics":[{"Name":"A"}]}]},"A":1}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Metrics":[{"Name":"A"}]}]},"A":1}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[["D"]],"Metrics":[{"Name":"A"}]}]},"A":1}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[["D"]],"Metrics":[{"Name":"A"}]}]},"A":1,"D":7}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"A"}]}]}}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"A"}]}]},"A":"1"}""")]
    [InlineData("""{"_aws":{"Timestamp":"1","CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"A"}]}]},"A":1}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"A"}]}]},"A":1""")]
    public void Treats_any_other_line_as_plain_text(string line) => Assert.Empty(EmbeddedMetricLine.Read(line));
}

public sealed class MetricPublishingTests
{
    private const string Valid = "Action=PutMetricData&Version=2010-08-01&Namespace=N&MetricData.member.1.MetricName=A&MetricData.member.1.Value=3";
    private readonly MetricStore _metrics = new();

    [Fact]
    public async Task Keeps_values_counts_and_statistics_and_answers_as_CloudWatch_does()
    {
        var (status, answer) = await PutAsync(Valid
            + "&MetricData.member.2.MetricName=B&MetricData.member.2.Dimensions.member.1.Name=D&MetricData.member.2.Dimensions.member.1.Value=x%20y"
            + "&MetricData.member.2.Values.member.1=5&MetricData.member.2.Counts.member.1=2&MetricData.member.2.Values.member.2=7"
            + "&MetricData.member.3.MetricName=C&MetricData.member.3.StatisticValues.SampleCount=4&MetricData.member.3.StatisticValues.Sum=10"
            + "&MetricData.member.3.StatisticValues.Minimum=1&MetricData.member.3.StatisticValues.Maximum=6&MetricData.member.3.Timestamp=1970-01-01T00:00:30Z");

        Assert.Equal(3, Read("Sum", new MetricId("N", "A")));
        Assert.Equal((17, 3), (Read("Sum", new MetricId("N", "B", ("D", "x y"))), Read("SampleCount", new MetricId("N", "B", ("D", "x y")))));
        Assert.Equal((2.5, 6), (Read("Average", new MetricId("N", "C")), Read("Maximum", new MetricId("N", "C"))));
        Assert.Equal((200, "PutMetricDataResponse", "http://monitoring.amazonaws.com/doc/2010-08-01/"), (status, answer.Name.LocalName, answer.Name.NamespaceName));
        Assert.True(Guid.TryParse(answer.Value, out _));
    }

    [Theory]
    [InlineData("Action=GetMetricData", "InvalidAction", "A local run does not support the action 'GetMetricData'; it supports PutMetricData.")]
    [InlineData("Action=PutMetricData", "MissingParameter", "The parameter Namespace is required.")]
    [InlineData("Action=PutMetricData&Namespace=AWS/Lambda", "InvalidParameterValue", "The value AWS/ for parameter Namespace is invalid.")]
    [InlineData("Action=PutMetricData&Namespace=N", "InvalidParameterValue", "The parameter MetricData must have 1 to 1000 members.")]
    [InlineData("Action=PutMetricData&Namespace=N&MetricData.member.1.Value=1", "MissingParameter", "The parameter MetricData.member.1.MetricName is required.")]
    [InlineData(Valid + "x", "InvalidParameterValue", "The value 3x for parameter MetricData.member.1.Value is invalid.")]
    [InlineData(Valid + "&MetricData.member.1.Timestamp=noon", "InvalidParameterValue", "The value noon for parameter MetricData.member.1.Timestamp is invalid.")]
    [InlineData(Valid + "&MetricData.member.2.MetricName=B&MetricData.member.2.Value=", "MissingParameter", "The parameter MetricData.member.2.Value is required.")]
    public async Task Rejects_as_CloudWatch_does_and_stores_nothing(string form, string code, string message)
    {
        var (status, answer) = await PutAsync(form);

        Assert.Equal((400, "ErrorResponse"), (status, answer.Name.LocalName));
        Assert.Equal(["Sender", code, message], answer.Elements().First().Elements().Select(element => element.Value));
        Assert.Empty(_metrics.Ids);
    }

    private async Task<(int Status, XElement Answer)> PutAsync(string form)
    {
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
        context.Response.Body = answer;
        await new MetricPublishing(_metrics, new MetricClock(new ManualClock(), TimeSpan.FromMinutes(1))).HandleAsync(context);
        return (context.Response.StatusCode, XElement.Parse(Encoding.UTF8.GetString(answer.ToArray())));
    }

    private double? Read(string statistic, MetricId metric) => _metrics.Read(metric, Statistic.Parse(statistic), new TimeGrid(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), 1)).Single();
}
