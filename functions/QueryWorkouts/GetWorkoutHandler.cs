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
            return Answers.Of(problem);
        }

        // What can't be an id is just another one that the user does not have.
        return WorkoutId.TryParse(request.PathParameter(WorkoutFields.WorkoutId), out WorkoutId id)
            && await reader.GetAsync(userId, id, request.Scope) is { } stored
            ? Answers.Workout(200, stored, QueryWorkoutsJson.Readable.WorkoutResponse)
            : Answers.Of(Problems.WorkoutNotFound(request));
    }
}
