using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Headers;
using WorkoutLog.Http.Json;

namespace WorkoutLog.ProcessWorkout.Reading;

/// <summary>Reads new workouts and reports everything that is wrong with one together.</summary>
internal static class WorkoutRequestReader
{
    /// <summary>The body of a request, with the key in its header.</summary>
    public static ReceivedWorkout ReadSingle(ReadOnlySpan<byte> utf8, ApiRequest request, TimeProvider time)
    {
        var workout = new WorkoutRequest { UserId = "", WorkoutType = "", DurationMinutes = 0 };
        var read = StrictJson.Read(utf8, workout, ProcessWorkoutJson.Default.WorkoutRequest);
        return Check(read, workout, HeaderNames.IdempotencyKey, request.Header(HeaderNames.IdempotencyKey), request.Rules, time);
    }

    /// <summary>One workout of a batch, with the key in the workout.</summary>
    public static ReceivedWorkout ReadOfBatch(ReadOnlySpan<byte> utf8, ApiRequest request, TimeProvider time)
    {
        var workout = new BatchWorkout { UserId = "", WorkoutType = "", DurationMinutes = 0 };
        var read = StrictJson.Read(utf8, workout, ProcessWorkoutJson.Default.BatchWorkout);
        return Check(read, workout, WorkoutFields.IdempotencyKey, workout.IdempotencyKey, request.Rules, time);
    }

    private static ReceivedWorkout Check(
        StrictRead read, WorkoutRequest workout, string keyField, string? key, WorkoutRules rules, TimeProvider time)
    {
        WorkoutDraft draft = DraftOf(workout);
        return new ReceivedWorkout(
            UserId: workout.UserId is { Length: > 0 } sent ? sent : null,
            key,
            draft,
            DraftValidation.Of(read, draft, rules, time, IdempotencyKey.Check(keyField, key)));
    }

    private static WorkoutDraft DraftOf(WorkoutRequest workout) => new()
    {
        UserId = workout.UserId,
        WorkoutType = workout.WorkoutType,
        DurationMinutes = workout.DurationMinutes,
        CaloriesBurned = workout.CaloriesBurned,
        DistanceKm = workout.DistanceKm,
        Notes = workout.Notes,
        WorkoutTimestamp = workout.WorkoutTimestamp,
    };
}
