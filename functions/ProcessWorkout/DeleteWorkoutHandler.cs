using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Http;
using WorkoutLog.Storage;

namespace WorkoutLog.ProcessWorkout;

/// <summary><c>DELETE /workouts/{userId}/{workoutId}</c>: deletes a workout and removes it from the statistics.</summary>
public sealed class DeleteWorkoutHandler(WorkoutEditing editing)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        if (ExistingWorkout.Read(request, out string userId, out WorkoutId id) is { } problem)
        {
            return Responses.Of(problem);
        }

        if (IfMatch.Read(request, out VersionCondition condition) is { } error)
        {
            return Responses.Of(Problems.Invalid(request, error));
        }

        EditOutcome outcome = await editing.DeleteAsync(userId, id, condition, request.Scope);
        return ExistingWorkout.Answer(outcome, request, static _ => Responses.NoContent());
    }
}
