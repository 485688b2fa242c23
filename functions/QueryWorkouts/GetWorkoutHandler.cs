using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.QueryWorkouts.Parameters;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.QueryWorkouts;

/// <summary><c>GET /workouts/{userId}/{workoutId}</c>: one workout and its version.</summary>
public sealed class GetWorkoutHandler(WorkoutReader reader)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        var userId = request.PathParameter(WorkoutFields.UserId);
        if (Admission.Refuse(request, userId, new ParameterReader(request).Errors) is { } refusal)
        {
            return refusal;
        }

        // What can't be an id is just another one that the user does not have.
        if (!WorkoutId.TryParse(request.PathParameter(WorkoutFields.WorkoutId), out WorkoutId id)
            || await reader.GetAsync(userId, id, request.Scope) is not { } stored)
        {
            return ProblemAnswers.WorkoutNotFound(request);
        }

        APIGatewayProxyResponse answer = JsonAnswers.Of(200, WorkoutRepresentation.Of(stored), QueryWorkoutsJson.Readable.WorkoutResponse);
        answer.Headers[HeaderNames.ETag] = WorkoutRepresentation.ETagOf(stored);
        return answer;
    }
}
