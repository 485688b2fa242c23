using WorkoutLog.Local.CloudWatch.Metrics;

namespace WorkoutLog.Local.CloudWatch.Emitters;

/// <summary>Puts values that the run measures into its metrics.</summary>
internal sealed class MetricWriter(MetricStore metrics, MetricClock clock)
{
    /// <param name="time">By the run's clock.</param>
    public void Add(MetricId metric, DateTimeOffset time, double value) => metrics.Add(metric, clock.Of(time), value);

    public void Add(IEnumerable<MetricId> same, DateTimeOffset time, double value)
    {
        foreach (var metric in same)
        {
            Add(metric, time, value);
        }
    }
}
