using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.Http.Headers;
using WorkoutLog.ProcessWorkout.Reading;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.ProcessWorkout;

/// <summary><c>DELETE /workouts/{userId}/{workoutId}</c>: takes a workout out of the log and of the statistics.</summary>
public sealed class DeleteWorkoutHandler(WorkoutStore store)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        if (WorkoutPath.Read(request, out string userId, out WorkoutId id) is { } problem)
        {
            return ProblemAnswers.Of(problem);
        }

        if (IfMatch.Read(request, out VersionCondition condition) is { } error)
        {
            return ProblemAnswers.Invalid(request, [error]);
        }

        EditOutcome outcome = await store.DeleteAsync(userId, id, condition, request.Scope);
        return EditAnswers.Of(outcome, request, static _ => EmptyAnswers.NoContent());
    }
}
