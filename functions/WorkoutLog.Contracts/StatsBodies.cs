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

/// <summary>Response of <c>GET /stats/{userId}</c>: sums over a user's workouts, all of them or those of the requested months.</summary>
public sealed class StatsResponse
{
    /// <summary>As requested.</summary>
    public required string UserId { get; init; }

    /// <summary>First month, <c>yyyy-MM</c>; absent without a lower bound.</summary>
    public string? From { get; init; }

    /// <summary>Last month, <c>yyyy-MM</c>; absent without an upper bound.</summary>
    public string? To { get; init; }

    /// <summary>Number of workouts.</summary>
    public required int TotalWorkouts { get; init; }

    /// <summary>Minutes.</summary>
    public required decimal TotalDurationMinutes { get; init; }

    /// <summary>Kilocalories.</summary>
    public required decimal TotalCaloriesBurned { get; init; }

    /// <summary>Kilometres.</summary>
    public required decimal TotalDistanceKm { get; init; }

    /// <summary>Minutes per workout, rounded to two decimals; 0 without workouts.</summary>
    public required decimal AverageDurationMinutes { get; init; }

    /// <summary>Kilocalories per workout, over the workouts that state them, rounded to two decimals; 0 when none does.</summary>
    public required decimal AverageCaloriesBurned { get; init; }

    /// <summary>Kilometres per workout, over the workouts that state a distance, rounded to two decimals; 0 when none does.</summary>
    public required decimal AverageDistanceKm { get; init; }

    public required Streaks Streaks { get; init; }

    /// <summary>By workout type, such as <c>RUN</c>; present unless another grouping was requested.</summary>
    public IReadOnlyDictionary<string, WorkoutTotals>? ByType { get; init; }

    /// <summary>By month of the local day, <c>yyyy-MM</c>; present unless another grouping was requested.</summary>
    public IReadOnlyDictionary<string, WorkoutTotals>? ByMonth { get; init; }

    /// <summary>By ISO week of the local day, <c>2026-W19</c>, if requested.</summary>
    public IReadOnlyDictionary<string, WorkoutTotals>? ByWeek { get; init; }

    /// <summary>By local day, <c>2026-05-09</c>, if requested.</summary>
    public IReadOnlyDictionary<string, WorkoutTotals>? ByDay { get; init; }
}

/// <summary>Runs of consecutive local days with a workout, within the requested months.</summary>
public sealed class Streaks
{
    /// <summary>
    /// Days up to today, or to yesterday if today has no workout yet; later days do not count. Today is <c>asOf</c>; if omitted, the
    /// current date at the UTC offset of the latest workout.
    /// </summary>
    public required int Current { get; init; }

    /// <summary>Days of the longest run, including days after today.</summary>
    public required int Longest { get; init; }
}

/// <summary>Sums over a group of workouts.</summary>
public sealed class WorkoutTotals
{
    /// <summary>Number of workouts.</summary>
    public required int Workouts { get; init; }

    /// <summary>Minutes.</summary>
    public required decimal DurationMinutes { get; init; }

    /// <summary>Kilocalories.</summary>
    public required decimal CaloriesBurned { get; init; }

    /// <summary>Kilometres.</summary>
    public required decimal DistanceKm { get; init; }

    /// <summary>Minutes per workout, rounded to two decimals.</summary>
    public required decimal AverageDurationMinutes { get; init; }

    /// <summary>
    /// Only for weeks: false if some days are outside the requested months; their workouts are not in the sums.
    /// </summary>
    public bool? Complete { get; init; }
}
