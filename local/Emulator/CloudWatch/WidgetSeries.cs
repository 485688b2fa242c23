using System.Collections.Immutable;
using WorkoutLog.Local.CloudWatch.Metrics;

namespace WorkoutLog.Local.CloudWatch;

/// <summary>One line of a dashboard's graph.</summary>
/// <param name="Stat">The statistic; the expression's text for a line of metric math.</param>
/// <param name="Points">In the order of time; a period without data has none.</param>
/// <param name="YAxis"><c>left</c> or <c>right</c>; null where the row does not say.</param>
public sealed record WidgetSeries(string Label, string Stat, ImmutableArray<MetricPoint> Points, string? YAxis);
