using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http.Json;

namespace WorkoutLog.ProcessWorkout;

/// <summary>Makes a workout of a body.</summary>
public static class WorkoutRequestReader
{
    /// <summary>Reports what is wrong with the JSON and with the values of its good fields together.</summary>
    /// <param name="userId">The user id that the body names; null when it names none that can be read.</param>
    public static WorkoutValidation Read(ReadOnlySpan<byte> utf8, WorkoutRules rules, TimeProvider time, out string? userId)
    {
        var request = new WorkoutRequest { UserId = "", WorkoutType = "", DurationMinutes = 0 };
        var read = StrictJson.Read(utf8, request, ProcessWorkoutJson.Default.WorkoutRequest);
        userId = request.UserId is { Length: > 0 } sent ? sent : null;
        if (!read.ReachedEnd)
        {
            return new WorkoutValidation.Refused(read.Errors);
        }

        var validation = WorkoutValidator.Validate(DraftOf(request), rules, time);
        if (read.Errors.Count == 0)
        {
            return validation;
        }

        // A field that could not be read still holds its starting value; what the rules say of that is noise.
        var ofValues = validation is WorkoutValidation.Refused refused
            ? refused.Errors.Where(error => !read.Errors.Any(reported => reported.Field == error.Field))
            : [];
        return new WorkoutValidation.Refused([.. read.Errors, .. ofValues]);
    }

    private static WorkoutDraft DraftOf(WorkoutRequest request) => new()
    {
        UserId = request.UserId,
        WorkoutType = request.WorkoutType,
        DurationMinutes = request.DurationMinutes,
        CaloriesBurned = request.CaloriesBurned,
        DistanceKm = request.DistanceKm,
        Notes = request.Notes,
        WorkoutTimestamp = request.WorkoutTimestamp,
    };
}
