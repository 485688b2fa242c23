namespace WorkoutLog.Contracts;

/// <summary>Values of <see cref="QueryParameters.GroupBy"/>.</summary>
public static class StatsGrouping
{
    public const string Type = "type";

    public const string Month = "month";

    public const string Week = "week";

    public const string Day = "day";

    public static readonly IReadOnlyList<string> All = [Type, Month, Week, Day];
}

/// <summary>Answer of <c>GET /stats/{userId}</c>: sums over the workouts of a user, all of them or those of the months asked for.</summary>
public sealed class StatsResponse
{
    /// <summary>As asked for.</summary>
    public required string UserId { get; init; }

    /// <summary>First month, <c>yyyy-MM</c>; absent when all earlier ones are in.</summary>
    public string? From { get; init; }

    /// <summary>Last month, <c>yyyy-MM</c>; absent when all later ones are in.</summary>
    public string? To { get; init; }

    /// <summary>How many.</summary>
    public required int TotalWorkouts { get; init; }

    /// <summary>Minutes.</summary>
    public required decimal TotalDurationMinutes { get; init; }

    /// <summary>Kilocalories.</summary>
    public required decimal TotalCaloriesBurned { get; init; }

    /// <summary>Kilometres.</summary>
    public required decimal TotalDistanceKm { get; init; }

    /// <summary>Minutes a workout, rounded to two decimals; 0 without workouts.</summary>
    public required decimal AverageDurationMinutes { get; init; }

    /// <summary>Kilocalories a workout, over the workouts that state them, rounded to two decimals; 0 when none does.</summary>
    public required decimal AverageCaloriesBurned { get; init; }

    /// <summary>Kilometres a workout, over the workouts that state a distance, rounded to two decimals; 0 when none does.</summary>
    public required decimal AverageDistanceKm { get; init; }

    public required Streaks Streaks { get; init; }

    /// <summary>By workout type, such as <c>RUN</c>; there unless another grouping was asked for.</summary>
    public IReadOnlyDictionary<string, WorkoutTotals>? ByType { get; init; }

    /// <summary>By month of the local day, <c>yyyy-MM</c>; there unless another grouping was asked for.</summary>
    public IReadOnlyDictionary<string, WorkoutTotals>? ByMonth { get; init; }

    /// <summary>By ISO week of the local day, <c>2026-W19</c>, when asked for.</summary>
    public IReadOnlyDictionary<string, WorkoutTotals>? ByWeek { get; init; }

    /// <summary>By local day, <c>2026-05-09</c>, when asked for.</summary>
    public IReadOnlyDictionary<string, WorkoutTotals>? ByDay { get; init; }
}

/// <summary>Runs of local days with a workout on each, within the months asked for.</summary>
public sealed class Streaks
{
    /// <summary>
    /// Days up to today, or to yesterday while today has no workout yet; later days do not count. Today is <c>asOf</c>, or without it
    /// the date now at the UTC offset of the latest workout.
    /// </summary>
    public required int Current { get; init; }

    /// <summary>Days of the longest run, also after today.</summary>
    public required int Longest { get; init; }
}

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

    /// <summary>Minutes a workout, rounded to two decimals.</summary>
    public required decimal AverageDurationMinutes { get; init; }

    /// <summary>
    /// Of a week only: false when some of its days lie outside the months asked for, and their workouts are not in the sums.
    /// </summary>
    public bool? Complete { get; init; }
}
