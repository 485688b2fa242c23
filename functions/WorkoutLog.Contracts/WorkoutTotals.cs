namespace WorkoutLog.Contracts;

/// <summary>Sums over a group of workouts.</summary>
public sealed class WorkoutTotals
{
    /// <summary>How many.</summary>
    public required int Workouts { get; init; }

    /// <summary>Minutes.</summary>
    public required decimal DurationMinutes { get; init; }

    /// <summary>Kilocalories.</summary>
    public required decimal CaloriesBurned { get; init; }

    /// <summary>Kilometres.</summary>
    public required decimal DistanceKm { get; init; }

    /// <summary>Minutes a workout, rounded to two decimals; 0 without workouts.</summary>
    public required decimal AverageDurationMinutes { get; init; }
}
