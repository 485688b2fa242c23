using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Json;
using WorkoutLog.Storage;

namespace WorkoutLog.ProcessWorkout;

/// <summary><c>PUT /workouts/{userId}/{workoutId}</c>: replaces a workout, and moves it if another timestamp is sent.</summary>
public sealed class ReplaceWorkoutHandler(WorkoutEditing editing, TimeProvider time)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        if (ExistingWorkout.Read(request, out string userId, out WorkoutId id) is { } problem)
        {
            return Responses.Of(problem);
        }

        RequestBody body = RequestBody.Of(request);
        if (body is not RequestBody.Utf8 utf8)
        {
            return RequestBody.Refuse(body, request);
        }

        FieldError? headerError = IfMatch.Read(request, out VersionCondition condition);
        return ReplacementReader.Read(utf8.Bytes, userId, id, headerError, request, time, out bool keepsTimestamp) switch
        {
            WorkoutValidation.Accepted { Workout: var after } => ExistingWorkout.Answer(
                await editing.ReplaceAsync(
                    userId,
                    id,
                    before => after with
                    {
                        Timestamp = keepsTimestamp ? before.Timestamp : after.Timestamp,
                        ExternalId = after.ExternalId ?? before.ExternalId,
                    },
                    condition,
                    request.Scope),
                request,
                static stored => Responses.Workout(200, stored, ProcessWorkoutJson.Readable.WorkoutResponse)),
            WorkoutValidation.Refused refused => Responses.Of(Problems.Invalid(request, refused.Errors)),
            var validation => throw new InvalidOperationException($"{validation.GetType()} is not a known outcome."),
        };
    }
}

/// <summary>Reads the new content of a workout.</summary>
internal static class ReplacementReader
{
    /// <param name="userId">Of the path.</param>
    /// <param name="id">Of the path.</param>
    /// <param name="headerError">Reported with the errors of the body; null for none.</param>
    /// <param name="keepsTimestamp">Whether none was sent; the outcome's timestamp is then meaningless.</param>
    public static WorkoutValidation Read(
        ReadOnlySpan<byte> utf8, string userId, WorkoutId id, FieldError? headerError, ApiRequest request, TimeProvider time, out bool keepsTimestamp)
    {
        var replacement = new WorkoutReplacement { WorkoutType = "", DurationMinutes = 0 };
        StrictRead read = StrictJson.Read(utf8, replacement, ProcessWorkoutJson.Default.WorkoutReplacement);
        keepsTimestamp = replacement.WorkoutTimestamp is null;
        return DraftValidation.Of(
            read,
            DraftOf(replacement, userId),
            request.Rules,
            time,
            CheckUnchanged(WorkoutFields.WorkoutId, replacement.WorkoutId, id.ToString()),
            CheckUnchanged(WorkoutFields.UserId, replacement.UserId, userId),
            headerError);
    }

    private static WorkoutDraft DraftOf(WorkoutReplacement replacement, string userId) => new()
    {
        UserId = userId,
        WorkoutType = replacement.WorkoutType,
        DurationMinutes = replacement.DurationMinutes,
        CaloriesBurned = replacement.CaloriesBurned,
        DistanceKm = replacement.DistanceKm,
        Notes = replacement.Notes,
        WorkoutTimestamp = replacement.WorkoutTimestamp,
        ExternalId = replacement.ExternalId,
    };

    private static FieldError? CheckUnchanged(string field, string? sent, string stored) =>
        sent is null || sent == stored
            ? null
            : new(field, ErrorCodes.ReadOnly, $"{field} can't change; it is {stored}, got {Received.Quote(sent)}.");
}
