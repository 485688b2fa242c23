namespace WorkoutLog.Contracts;

/// <summary>Sums over a group of workouts.</summary>
public sealed class WorkoutTotals
{
    public required int Workouts { get; init; }

    public required decimal DurationMinutes { get; init; }

    /// <summary>Kilocalories.</summary>
    public required decimal CaloriesBurned { get; init; }

    public required decimal DistanceKm { get; init; }

    /// <summary>Minutes a workout, rounded to two decimals; 0 without workouts.</summary>
    public required decimal AverageDurationMinutes { get; init; }
}
