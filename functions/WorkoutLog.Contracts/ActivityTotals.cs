namespace WorkoutLog.Contracts;

/// <summary>Sums over the workouts of some days.</summary>
public sealed class ActivityTotals
{
    /// <summary>How many.</summary>
    public required int Workouts { get; init; }

    /// <summary>Minutes.</summary>
    public required decimal DurationMinutes { get; init; }
}
