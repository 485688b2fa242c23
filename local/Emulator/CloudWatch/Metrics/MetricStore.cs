using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace WorkoutLog.Local.CloudWatch.Metrics;

/// <summary>The metrics of a run: a day of them, minute by minute. Safe from any thread.</summary>
public sealed class MetricStore
{
    /// <summary>How long a value is kept, in metric time.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    // Far above what a stack emits: only a function that makes dimensions of its callers' words gets here.
    private const int MaxMetrics = 10_000;

    private readonly ConcurrentDictionary<MetricId, MetricHistory> _histories = new();

    /// <summary>All that have a value.</summary>
    public ImmutableArray<MetricId> Ids => [.. _histories.Keys];

    /// <param name="time">Metric time.</param>
    public void Add(MetricId metric, DateTimeOffset time, double value, double count = 1) => Change(metric, time, values => values.Add(value, count));

    /// <summary>Adds values of which only the statistics are known.</summary>
    public void AddStatistics(MetricId metric, DateTimeOffset time, double sum, double minimum, double maximum, double count) =>
        Change(metric, time, values => values.AddStatistics(sum, minimum, maximum, count));

    /// <returns>A value for each period of the grid; null where nothing was emitted.</returns>
    public double?[] Read(MetricId metric, Statistic statistic, TimeGrid grid)
    {
        var values = new double?[grid.Count];
        if (_histories.TryGetValue(metric, out var history))
        {
            for (var place = 0; place < grid.Count; place++)
            {
                values[place] = history.Read(grid.TimeOf(place), grid.Period, statistic);
            }
        }

        return values;
    }

    private void Change(MetricId metric, DateTimeOffset time, Action<ValueSet> change)
    {
        if (_histories.Count < MaxMetrics || _histories.ContainsKey(metric))
        {
            _histories.GetOrAdd(metric, _ => new MetricHistory()).Change(time, change);
        }
    }
}
