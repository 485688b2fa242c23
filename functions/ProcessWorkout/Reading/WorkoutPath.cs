using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.ProcessWorkout.Reading;

/// <summary>The workout that a path names: <c>/workouts/{userId}/{workoutId}</c>.</summary>
internal static class WorkoutPath
{
    /// <returns>Why the caller can't reach such a workout, before anything was read.</returns>
    public static Problem? Read(ApiRequest request, out string userId, out WorkoutId id)
    {
        userId = request.PathParameter(WorkoutFields.UserId);
        id = default;
        if (UserIdRule.Check(userId) is { } error)
        {
            return Problems.Invalid(request, [error]);
        }

        if (!request.MayActFor(userId))
        {
            return Problems.NotYourData(request);
        }

        return WorkoutId.TryParse(request.PathParameter(WorkoutFields.WorkoutId), out id) ? null : Problems.WorkoutNotFound(request);
    }
}
