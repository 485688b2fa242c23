using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts;

/// <summary><c>GET /stats/{userId}</c>: the sums over all workouts of a user; all zero for a user without any.</summary>
public sealed class GetStatsHandler(StatsReader reader)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        string userId = request.PathParameter(WorkoutFields.UserId);
        if (UserIdRule.Check(userId) is { } error)
        {
            return ProblemAnswers.Invalid(request, [error]);
        }

        if (!request.MayActFor(userId))
        {
            return ProblemAnswers.NotYourData(request);
        }

        var months = await reader.ReadMonthsAsync(userId, request.Deadline);
        return JsonAnswers.Of(200, ResponseOf(userId, UserStatistics.Sum(months)), QueryWorkoutsJson.Default.StatsResponse);
    }

    private static StatsResponse ResponseOf(string userId, UserStatistics statistics) => new()
    {
        UserId = userId,
        TotalWorkouts = statistics.Total.Workouts,
        TotalDurationMinutes = ExactDecimal.Trim(statistics.Total.DurationMinutes),
        TotalCaloriesBurned = ExactDecimal.Trim(statistics.Total.CaloriesBurned),
        TotalDistanceKm = ExactDecimal.Trim(statistics.Total.DistanceKm),
        AverageDurationMinutes = ExactDecimal.Trim(statistics.AverageDurationMinutes),
        ByType = statistics.ByType.ToDictionary(group => group.Key, group => TotalsOf(group.Value)),
        ByMonth = statistics.ByMonth.ToDictionary(group => group.Key, group => TotalsOf(group.Value)),
    };

    private static WorkoutTotals TotalsOf(Totals totals) => new()
    {
        Workouts = totals.Workouts,
        DurationMinutes = ExactDecimal.Trim(totals.DurationMinutes),
        CaloriesBurned = ExactDecimal.Trim(totals.CaloriesBurned),
        DistanceKm = ExactDecimal.Trim(totals.DistanceKm),
    };
}
