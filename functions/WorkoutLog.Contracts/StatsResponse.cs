namespace WorkoutLog.Contracts;

/// <summary>Answer of <c>GET /stats/{userId}</c>: sums over all workouts of a user.</summary>
public sealed class StatsResponse
{
    public required string UserId { get; init; }

    public required int TotalWorkouts { get; init; }

    public required decimal TotalDurationMinutes { get; init; }

    /// <summary>Kilocalories.</summary>
    public required decimal TotalCaloriesBurned { get; init; }

    public required decimal TotalDistanceKm { get; init; }

    /// <summary>Minutes a workout, rounded to two decimals; 0 without workouts.</summary>
    public required decimal AverageDurationMinutes { get; init; }

    /// <summary>By workout type, such as <c>RUN</c>.</summary>
    public required IReadOnlyDictionary<string, WorkoutTotals> ByType { get; init; }

    /// <summary>By month of the local day, <c>yyyy-MM</c>.</summary>
    public required IReadOnlyDictionary<string, WorkoutTotals> ByMonth { get; init; }
}
