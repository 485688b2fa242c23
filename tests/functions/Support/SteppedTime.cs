namespace WorkoutLog.Functions.Tests.Support;

/// <summary>A clock that a test moves, its timers with it: how busy the machine is changes nothing.</summary>
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

    /// <summary>Lets a task run while the clock moves on, but never up to <paramref name="limit"/>.</summary>
    public async Task RunAsync(Task task, TimeSpan limit)
    {
        while (!task.IsCompleted && _passed + _step < limit)
        {
            Advance();
            // What rang goes on, on other threads.
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

    /// <summary>Rings once.</summary>
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
