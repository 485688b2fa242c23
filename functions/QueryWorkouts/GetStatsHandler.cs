using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Http;
using WorkoutLog.QueryWorkouts.Parameters;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts;

/// <summary><c>GET /stats/{userId}</c>: the sums over the workouts of a user; all zero for a user without any.</summary>
public sealed class GetStatsHandler(StatsReader reader, TimeProvider time)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        var parameters = new ParameterReader(request, StatsParameters.Names);
        var asked = StatsParameters.Read(parameters);
        if (UserDataGuard.Refuse(request, out string userId, parameters.Errors) is { } problem)
        {
            return Answers.Of(problem);
        }

        IReadOnlyList<MonthRollup> months = await reader.ReadMonthsAsync(userId, asked.Months, request.Scope);
        var body = StatsRepresentation.Of(userId, asked, UserStatistics.Sum(months), Today(months));
        return Answers.Json(200, body, QueryWorkoutsJson.Readable.StatsResponse);
    }

    // Nobody says where the user is now; the last write to the latest month is the best guess.
    private DateOnly Today(IReadOnlyList<MonthRollup> months) =>
        LocalCalendar.Day(time.GetUtcNow().ToOffset(months.Count == 0 ? TimeSpan.Zero : months[^1].UtcOffset));
}

/// <summary>Statistics as the API shows them.</summary>
internal static class StatsRepresentation
{
    /// <param name="asked">Without a grouping, types and months are shown.</param>
    /// <param name="today">The user's own.</param>
    public static StatsResponse Of(string userId, StatsParameters asked, UserStatistics statistics, DateOnly today)
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
            AverageCaloriesBurned = AverageOf(total.CaloriesBurned, total.Workouts),
            AverageDistanceKm = AverageOf(total.DistanceKm, total.Workouts),
            Streaks = Of(statistics.StreaksOn(today)),
            ByType = grouping is null or StatsGrouping.Type ? Map(statistics.ByType, type => type, Of) : null,
            ByMonth = grouping is null or StatsGrouping.Month ? Map(statistics.ByMonth, month => month, Of) : null,
            ByWeek = grouping is StatsGrouping.Week ? Map(statistics.ByWeek, week => week, Of) : null,
            ByDay = grouping is StatsGrouping.Day ? Map(statistics.ByDay, LocalCalendar.Format, Of) : null,
        };
    }

    private static Dictionary<string, TTo> Map<TKey, TFrom, TTo>(
        IReadOnlyDictionary<TKey, TFrom> groups, Func<TKey, string> name, Func<TFrom, TTo> show) =>
        groups.ToDictionary(group => name(group.Key), group => show(group.Value));

    private static Streaks Of(DayStreaks streaks) => new() { Current = streaks.Current, Longest = streaks.Longest };

    private static WorkoutTotals Of(Totals totals) => new()
    {
        Workouts = totals.Workouts,
        DurationMinutes = ExactDecimal.Trim(totals.DurationMinutes),
        CaloriesBurned = ExactDecimal.Trim(totals.CaloriesBurned),
        DistanceKm = ExactDecimal.Trim(totals.DistanceKm),
        AverageDurationMinutes = AverageOf(totals.DurationMinutes, totals.Workouts),
    };

    private static ActivityTotals Of(DayTotals totals) => new()
    {
        Workouts = totals.Workouts,
        DurationMinutes = ExactDecimal.Trim(totals.DurationMinutes),
    };

    private static decimal AverageOf(decimal sum, int workouts) => ExactDecimal.Trim(Average.Of(sum, workouts));
}
