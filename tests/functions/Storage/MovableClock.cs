using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>A clock for deadlines that stands still until it is moved.</summary>
internal sealed class MovableClock : TimeProvider
{
    private static readonly TimeSpan _budget = TimeSpan.FromSeconds(30);

    private long _timestamp;

    public RequestScope Scope() => new(new Deadline(this, _budget));

    /// <summary>Leaves no time to the scopes that were made so far.</summary>
    public void RunOut() => _timestamp += _budget.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _timestamp;
}
