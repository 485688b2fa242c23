using System.Collections.Concurrent;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>A clock that jumps over short waits and remembers them. Timers of a second and more, which are limits, never ring.</summary>
internal sealed class SkippingTime : TimeProvider
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private long _passed;

    public IReadOnlyCollection<TimeSpan> Waits => _waits;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _passed);

    public override DateTimeOffset GetUtcNow() => FixedTime.Default.GetUtcNow() + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= _longestWait || dueTime < TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        _waits.Enqueue(dueTime);
        Interlocked.Add(ref _passed, dueTime.Ticks);
        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
