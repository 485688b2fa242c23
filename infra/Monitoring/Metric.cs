using System.Collections.Immutable;
using Pulumi;

namespace WorkoutLog.Infra.Monitoring;

/// <summary>One CloudWatch metric of one resource.</summary>
/// <param name="Namespace">The service that emits it, such as <c>AWS/Lambda</c>.</param>
/// <param name="Dimensions">CloudWatch finds a metric only by exactly the dimensions with which it was emitted.</param>
public sealed record Metric(string Namespace, string Name, ImmutableArray<MetricDimension> Dimensions);

public sealed record MetricDimension(string Name, Input<string> Value);

/// <summary>A metric as it is read: one number a period.</summary>
/// <param name="Statistic">CloudWatch's own word, such as <c>Sum</c> or <c>p99</c>.</param>
/// <param name="Label">What a reader of a graph sees.</param>
public sealed record MetricSeries(Metric Metric, string Statistic, string Label);
