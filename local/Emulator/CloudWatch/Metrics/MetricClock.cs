namespace WorkoutLog.Local.CloudWatch;

/// <summary>Metric time: starts with the run, and may run faster than the run's own clock.</summary>
/// <param name="minute">Duration of one minute of metric time.</param>
public sealed class MetricClock(TimeProvider clock, TimeSpan minute)
{
    private static readonly TimeSpan _oneMinute = TimeSpan.FromMinutes(1);
    private readonly DateTimeOffset _start = clock.GetUtcNow();

    public TimeSpan Minute => minute;

    public DateTimeOffset Now => Of(clock.GetUtcNow());

    /// <summary>The full minute at or before a metric time.</summary>
    public static DateTimeOffset Floor(DateTimeOffset time, TimeSpan period) => new(time.UtcTicks - (time.UtcTicks % period.Ticks), TimeSpan.Zero);

    /// <param name="time">By the run's clock.</param>
    public DateTimeOffset Of(DateTimeOffset time) => _start + ((time - _start) * (_oneMinute / minute));

    public async Task WaitAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        while (time - Now is { Ticks: > 0 } left)
        {
            // A timer may fire slightly early, so check the clock again.
            var wait = left * (minute / _oneMinute);
            await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, clock, cancellation);
        }
    }
}

/// <summary>Consecutive periods.</summary>
/// <param name="Start">Start of the first period, in metric time, on a full minute.</param>
public sealed record TimeGrid(DateTimeOffset Start, TimeSpan Period, int Count)
{
    /// <summary>The last periods that end at a time: an alarm's window slides with it.</summary>
    public static TimeGrid EndingAt(DateTimeOffset end, TimeSpan period, int count) => new(end - (period * count), period, count);

    /// <summary>All periods of a range up to now, including the current one; as in CloudWatch's graphs, they are aligned to the day.</summary>
    public static TimeGrid Over(TimeSpan range, TimeSpan period, DateTimeOffset now)
    {
        var first = MetricClock.Floor(now - range, period);
        return new TimeGrid(first, period, (int)((MetricClock.Floor(now, period) - first) / period) + 1);
    }

    public DateTimeOffset TimeOf(int place) => Start + (Period * place);

    public ImmutableArray<MetricPoint> Points(ImmutableArray<double?> values) =>
        [.. values.Index().Where(point => point.Item is not null).Select(point => new MetricPoint(TimeOf(point.Index), point.Item!.Value))];
}

/// <param name="Time">Start of the period, in metric time.</param>
public sealed record MetricPoint(DateTimeOffset Time, double Value);
