using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.QueryWorkouts.Parameters;
using WorkoutLog.QueryWorkouts.Statistics;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts;

/// <summary><c>GET /stats/{userId}</c>: the sums over the workouts of a user; all zero for a user without any.</summary>
public sealed class GetStatsHandler(StatsReader reader, TimeProvider time)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        var userId = request.PathParameter(WorkoutFields.UserId);
        var parameters = new ParameterReader(request, StatsParameters.Names);
        var asked = StatsParameters.Read(parameters);
        if (Admission.Refuse(request, userId, parameters.Errors) is { } refusal)
        {
            return refusal;
        }

        IReadOnlyList<MonthRollup> months = await reader.ReadMonthsAsync(userId, asked.Months, request.Scope);
        var body = StatsRepresentation.Of(userId, asked, UserStatistics.Sum(months), Today(months));
        return JsonAnswers.Of(200, body, QueryWorkoutsJson.Readable.StatsResponse);
    }

    // Nobody says where the user is now; the last write to the latest month is the best guess.
    private DateOnly Today(IReadOnlyList<MonthRollup> months) =>
        LocalCalendar.Day(time.GetUtcNow().ToOffset(months.Count == 0 ? TimeSpan.Zero : months[^1].UtcOffset));
}
