namespace WorkoutLog.Functions.Tests.Support;

/// <summary>A clock that a test sets; its timers run as usual.</summary>
internal sealed class ManualTime : TimeProvider
{
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan time) => _passed += time;

    public override long GetTimestamp() => _passed.Ticks;

    public override DateTimeOffset GetUtcNow() => FixedTime.Default.GetUtcNow() + _passed;
}
