namespace WorkoutLog.Contracts;

/// <summary>Sums over the workouts of some days.</summary>
public sealed class ActivityTotals
{
    public required int Workouts { get; init; }

    public required decimal DurationMinutes { get; init; }
}
