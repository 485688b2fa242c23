namespace WorkoutLog.Functions.Tests.Support;

/// <summary>A clock that shows one moment; its timers run as usual.</summary>
public sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    /// <summary>2026-05-09T07:30:00Z.</summary>
    public static FixedTime Default { get; } = new(new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;
}
