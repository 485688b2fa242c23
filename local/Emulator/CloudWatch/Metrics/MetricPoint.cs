namespace WorkoutLog.Local.CloudWatch.Metrics;

/// <summary>One value of a metric over one period.</summary>
/// <param name="Time">Start of the period, in metric time.</param>
public sealed record MetricPoint(DateTimeOffset Time, double Value);
