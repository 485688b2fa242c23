namespace WorkoutLog.Contracts;

/// <summary>Runs of local days with a workout on each, within the months asked for.</summary>
public sealed class Streaks
{
    /// <summary>Days up to today, or to yesterday while today has no workout yet; today is taken at the offset of the latest month's last write.</summary>
    public required int Current { get; init; }

    /// <summary>Days of the longest run.</summary>
    public required int Longest { get; init; }
}
