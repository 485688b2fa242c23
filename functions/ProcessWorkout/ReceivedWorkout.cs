using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Json;

namespace WorkoutLog.ProcessWorkout;

/// <summary>A new workout as received, with all of its errors.</summary>
/// <param name="UserId">Null if absent or unreadable.</param>
/// <param name="IdempotencyKey">Null for none.</param>
/// <param name="Draft">The readable fields.</param>
/// <param name="Validation">The workout, or its errors.</param>
public sealed record ReceivedWorkout(string? UserId, string? IdempotencyKey, WorkoutDraft Draft, WorkoutValidation Validation)
{
    /// <summary>The body of a request, with the key in its header.</summary>
    internal static ReceivedWorkout OfRequest(ReadOnlySpan<byte> utf8, ApiRequest request, TimeProvider time)
    {
        var workout = new WorkoutRequest { UserId = "", WorkoutType = "", DurationMinutes = 0 };
        var read = StrictJson.Read(utf8, workout, ProcessWorkoutJson.Default.WorkoutRequest);
        return Check(read, workout, HeaderNames.IdempotencyKey, request.Header(HeaderNames.IdempotencyKey), request.Rules, time);
    }

    /// <summary>One workout of a batch, with the key in the workout.</summary>
    internal static ReceivedWorkout OfBatch(ReadOnlySpan<byte> utf8, ApiRequest request, TimeProvider time)
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
            DraftValidation.Of(read, draft, rules, time, ClientNameRule.Check(keyField, key, ApiLimits.MaxIdempotencyKeyLength)));
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
        ExternalId = workout.ExternalId,
    };
}

/// <summary>Combines errors of the JSON, of the values of its readable fields, and of headers.</summary>
internal static class DraftValidation
{
    /// <param name="draft">Has initial values for fields that could not be read.</param>
    /// <param name="others">Errors that the rules do not cover; null for none.</param>
    public static WorkoutValidation Of(
        StrictRead read, WorkoutDraft draft, WorkoutRules rules, TimeProvider time, params IEnumerable<FieldError?> others)
    {
        if (!read.ReachedEnd)
        {
            return new WorkoutValidation.Refused(read.Errors);
        }

        WorkoutValidation ofRules = WorkoutValidator.Validate(draft, rules, time);
        // Rule errors of an initial value are noise.
        IEnumerable<FieldError> ofValues = ofRules is WorkoutValidation.Refused refused
            ? refused.Errors.Where(error => !read.Errors.Any(reported => reported.Field == error.Field))
            : [];
        FieldError[] errors = [.. read.Errors, .. ofValues, .. others.OfType<FieldError>()];
        return errors.Length == 0 ? ofRules : new WorkoutValidation.Refused(errors);
    }
}
