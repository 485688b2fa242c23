namespace WorkoutLog.Local.CloudWatch.Metrics;

/// <summary>Metric time: starts with the run, and may run faster than the run's own clock.</summary>
/// <param name="minute">How long a minute of metric time lasts.</param>
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

    /// <summary>Waits until a metric time has come.</summary>
    public async Task WaitAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        while (time - Now is { Ticks: > 0 } left)
        {
            // A timer may ring a little early, so the clock is asked again.
            var wait = left * (minute / _oneMinute);
            await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, clock, cancellation);
        }
    }
}
