using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Components;

namespace WorkoutLog.Infra.Monitoring;

/// <summary>The metrics that AWS emits for a stack's resources, for alarms and the dashboard.</summary>
public static class Metrics
{
    /// <summary>Of a table or an index: throttled reads and writes; a transaction counts each item.</summary>
    public static ImmutableArray<string> ThrottleEvents { get; } = ["ReadThrottleEvents", "WriteThrottleEvents"];

    /// <summary>Of the alias that serves requests, not of the function.</summary>
    public static Metric OfFunction(string metric, Input<string> functionName) => new("AWS/Lambda", metric,
    [
        new MetricDimension("FunctionName", functionName),
        new MetricDimension("Resource", Output.Format($"{functionName}:{WorkoutFunction.AliasName}")),
    ]);

    public static Metric OfApi(string metric, Input<string> apiName) => new("AWS/ApiGateway", metric,
    [
        new MetricDimension("ApiName", apiName),
        new MetricDimension("Stage", WorkoutApi.StageName),
    ]);

    /// <summary>API Gateway emits it only if the stage's method settings enable metrics.</summary>
    public static Metric OfRoute(string metric, Input<string> apiName, Route route)
    {
        var api = OfApi(metric, apiName);
        return api with
        {
            Dimensions = [.. api.Dimensions, new MetricDimension("Method", route.Method), new MetricDimension("Resource", route.Path)],
        };
    }

    /// <param name="index">A global secondary index; the metrics of a table exclude its indexes. Null for the table.</param>
    public static Metric OfTable(string metric, Input<string> tableName, string? index = null) => new("AWS/DynamoDB", metric,
    [
        new MetricDimension("TableName", tableName),
        .. index is null ? ImmutableArray<MetricDimension>.Empty : [new MetricDimension("GlobalSecondaryIndexName", index)],
    ]);

    /// <param name="operation">Such as <c>GetItem</c>.</param>
    public static Metric OfTableOperation(string metric, Input<string> tableName, string operation)
    {
        var table = OfTable(metric, tableName);
        return table with { Dimensions = [.. table.Dimensions, new MetricDimension("Operation", operation)] };
    }

    /// <summary>Request count, from a metric with one sample per request.</summary>
    public static MetricSeries Requests(Metric count) => new(count, "SampleCount", "Requests");

    /// <summary>Burn rate of an objective's error budget; emitted once per minute.</summary>
    /// <param name="objective">The objective's name.</param>
    /// <param name="windowMinutes">One of the objective's look-back windows.</param>
    public static Metric BurnRate(Input<string> objective, int windowMinutes) => new("AWS/ApplicationSignals", "BurnRate",
    [
        new MetricDimension("SloName", objective),
        new MetricDimension("BurnRateWindowMinutes", windowMinutes.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>Of a pipe: executions that did not publish their whole batch.</summary>
    public static ImmutableArray<string> PipeFailures { get; } = ["ExecutionFailed", "ExecutionPartiallyFailed", "ExecutionThrottled", "ExecutionTimeout"];

    public static Metric OfPipe(string metric, Input<string> pipeName) => new("AWS/EventBridge/Pipes", metric, [new MetricDimension("PipeName", pipeName)]);

    public static Metric OfQueue(string metric, Input<string> queueName) => new("AWS/SQS", metric, [new MetricDimension("QueueName", queueName)]);

    public static Metric OfLogGroup(string metric, Input<string> groupName) => new("AWS/Logs", metric, [new MetricDimension("LogGroupName", groupName)]);
}

/// <summary>One CloudWatch metric of one resource.</summary>
/// <param name="Namespace">The service that emits it, such as <c>AWS/Lambda</c>.</param>
/// <param name="Dimensions">Must match the emitted dimensions exactly.</param>
public sealed record Metric(string Namespace, string Name, ImmutableArray<MetricDimension> Dimensions);

public sealed record MetricDimension(string Name, Input<string> Value);

/// <summary>A metric with a statistic: one number per period.</summary>
/// <param name="Statistic">Such as <c>Sum</c> or <c>p99</c>.</param>
/// <param name="Label">Label in a graph.</param>
public sealed record MetricSeries(Metric Metric, string Statistic, string Label);
