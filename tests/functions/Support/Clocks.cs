using System.Collections.Concurrent;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>A clock with a fixed time; its timers run as usual.</summary>
public sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    /// <summary>2026-05-09T07:30:00Z.</summary>
    public static FixedTime Default { get; } = new(new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;
}

/// <summary>A clock that a test sets; its timers run as usual.</summary>
internal sealed class ManualTime : TimeProvider
{
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan time) => _passed += time;

    public override long GetTimestamp() => _passed.Ticks;

    public override DateTimeOffset GetUtcNow() => FixedTime.Default.GetUtcNow() + _passed;
}

/// <summary>A clock that skips short waits and records them. Timers of a second or more, which are limits, never fire.</summary>
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

/// <summary>A clock that a test advances, including its timers; independent of the machine's load.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _passed.Ticks;

    public override DateTimeOffset GetUtcNow() => FixedTime.Default.GetUtcNow() + _passed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public async Task<T> RunAsync<T>(Task<T> task, TimeSpan limit)
    {
        await RunAsync((Task)task, limit);
        return await task;
    }

    /// <summary>Runs a task while the clock advances, but never up to <paramref name="limit"/>.</summary>
    public async Task RunAsync(Task task, TimeSpan limit)
    {
        while (!task.IsCompleted && _passed + _step < limit)
        {
            Advance();
            // Continuations of fired timers run on other threads.
            await Task.Delay(1);
        }

        await task.WaitAsync(DynamoDbFixture.Patience);
    }

    private void Advance()
    {
        List<Timer> due;
        lock (_lock)
        {
            _passed += _step;
            due = _timers.FindAll(timer => timer.Due <= _passed);
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Ring());
    }

    /// <summary>Fires once.</summary>
    private sealed class Timer(SteppedTime time, Action ring) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public Action Ring { get; } = ring;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Dispose();
            if (dueTime >= TimeSpan.Zero)
            {
                lock (time._lock)
                {
                    Due = time._passed + dueTime;
                    time._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
