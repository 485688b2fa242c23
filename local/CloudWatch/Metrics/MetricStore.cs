namespace WorkoutLog.Local.CloudWatch.Metrics;

/// <summary>The metrics of a run.</summary>
public sealed class MetricStore;
