using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.QueryWorkouts.Parameters;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts;

/// <summary><c>GET /workouts/{userId}/{workoutId}</c>: one workout and its version.</summary>
public sealed class GetWorkoutHandler(WorkoutReader reader)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        if (UserDataGuard.Refuse(request, out string userId, new ParameterReader(request).Errors) is { } problem)
        {
            return Responses.Of(problem);
        }

        // An invalid id is treated like an unknown one.
        return WorkoutId.TryParse(request.PathParameter(WorkoutFields.WorkoutId), out WorkoutId id)
            && await reader.GetAsync(userId, id, request.Scope) is { } stored
            ? Responses.Workout(200, stored, QueryWorkoutsJson.Readable.WorkoutResponse)
            : Responses.Of(Problems.WorkoutNotFound(request));
    }
}
