using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Http;
using WorkoutLog.QueryWorkouts.Parameters;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts;

/// <summary><c>GET /stats/{userId}</c>: the sums over a user's workouts; all zero for a user without workouts.</summary>
public sealed class GetStatsHandler(StatsReader stats, WorkoutReader workouts, TimeProvider time)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        var parameters = new ParameterReader(request, StatsParameters.Names);
        var asked = StatsParameters.Read(parameters);
        if (UserDataGuard.Refuse(request, out string userId, parameters.Errors) is { } problem)
        {
            return Responses.Of(problem);
        }

        var today = asked.AsOf is { } day ? Task.FromResult(day) : TodayAsync(userId, request.Scope);
        var statistics = asked.GroupBy is StatsGrouping.Week or StatsGrouping.Day
            ? DailyAsync(userId, asked, today, request.Scope)
            : MonthlyAsync(userId, asked, today, request.Scope);
        await Task.WhenAll(statistics, today);
        StatsResponse body = await statistics;
        return Responses.Json(200, body, QueryWorkoutsJson.Readable.StatsResponse);
    }

    private async Task<StatsResponse> MonthlyAsync(string userId, StatsParameters asked, Task<DateOnly> today, RequestScope scope)
    {
        var months = await stats.ReadMonthsAsync(userId, asked.Months, scope);
        return StatsRepresentation.Of(userId, asked, UserStatistics.Sum(months), daily: [], await today);
    }

    private async Task<StatsResponse> DailyAsync(string userId, StatsParameters asked, Task<DateOnly> today, RequestScope scope)
    {
        var months = await stats.ReadDaysAsync(userId, asked.Months, scope);
        return StatsRepresentation.Of(userId, asked, UserStatistics.Sum([.. months.Select(days => days.Month)]), months, await today);
    }

    // Without asOf, the latest workout's offset counts; importing, editing or deleting earlier workouts does not change the day.
    private async Task<DateOnly> TodayAsync(string userId, RequestScope scope)
    {
        StoredWorkout? latest = await workouts.LatestAsync(userId, scope);
        return LocalCalendar.Day(time.GetUtcNow().ToOffset(latest?.Workout.Timestamp.Offset ?? TimeSpan.Zero));
    }
}

/// <summary>Statistics as the API returns them.</summary>
internal static class StatsRepresentation
{
    /// <param name="asked">Without a grouping, types and months are returned.</param>
    /// <param name="daily">The same months, of statistics by week or day.</param>
    /// <param name="today">The user's own.</param>
    public static StatsResponse Of(
        string userId, StatsParameters asked, UserStatistics statistics, IReadOnlyList<DailyRollup> daily, DateOnly today)
    {
        Totals total = statistics.Total;
        var grouping = asked.GroupBy;
        return new StatsResponse
        {
            UserId = userId,
            From = asked.Months.From,
            To = asked.Months.To,
            TotalWorkouts = total.Workouts,
            TotalDurationMinutes = ExactDecimal.Trim(total.DurationMinutes),
            TotalCaloriesBurned = ExactDecimal.Trim(total.CaloriesBurned),
            TotalDistanceKm = ExactDecimal.Trim(total.DistanceKm),
            AverageDurationMinutes = AverageOf(total.DurationMinutes, total.Workouts),
            AverageCaloriesBurned = AverageOf(total.CaloriesBurned, total.Workouts - statistics.Unstated.Calories),
            AverageDistanceKm = AverageOf(total.DistanceKm, total.Workouts - statistics.Unstated.Distance),
            Streaks = Of(statistics.StreaksOn(today)),
            ByType = grouping is null or StatsGrouping.Type ? Groups(statistics.ByType, type => type) : null,
            ByMonth = grouping is null or StatsGrouping.Month ? Groups(statistics.ByMonth, month => month) : null,
            ByWeek = grouping is StatsGrouping.Week
                ? Groups(DailyStatistics.ByWeek(daily), LocalCalendar.Week, monday => asked.Months.Contains(monday, LocalCalendar.Sunday(monday)))
                : null,
            ByDay = grouping is StatsGrouping.Day ? Groups(DailyStatistics.ByDay(daily), LocalCalendar.Format) : null,
        };
    }

    private static Dictionary<string, WorkoutTotals> Groups<TKey>(
        IEnumerable<KeyValuePair<TKey, Totals>> groups, Func<TKey, string> name, Func<TKey, bool>? isComplete = null) =>
        groups.ToDictionary(group => name(group.Key), group => Of(group.Value, isComplete?.Invoke(group.Key)));

    private static Streaks Of(DayStreaks streaks) => new() { Current = streaks.Current, Longest = streaks.Longest };

    private static WorkoutTotals Of(Totals totals, bool? complete) => new()
    {
        Workouts = totals.Workouts,
        DurationMinutes = ExactDecimal.Trim(totals.DurationMinutes),
        CaloriesBurned = ExactDecimal.Trim(totals.CaloriesBurned),
        DistanceKm = ExactDecimal.Trim(totals.DistanceKm),
        AverageDurationMinutes = AverageOf(totals.DurationMinutes, totals.Workouts),
        Complete = complete,
    };

    private static decimal AverageOf(decimal sum, int workouts) => ExactDecimal.Trim(Average.Of(sum, workouts));
}
