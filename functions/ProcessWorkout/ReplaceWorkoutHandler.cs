using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Json;
using WorkoutLog.Storage;

namespace WorkoutLog.ProcessWorkout;

/// <summary><c>PUT /workouts/{userId}/{workoutId}</c>: replaces all that a workout holds but its user and its moment.</summary>
public sealed class ReplaceWorkoutHandler(WorkoutEditing editing, TimeProvider time)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        if (ExistingWorkout.Read(request, out string userId, out WorkoutId id) is { } problem)
        {
            return Answers.Of(problem);
        }

        RequestBody body = RequestBody.Of(request);
        if (body is not RequestBody.Utf8 utf8)
        {
            return RequestBody.Refuse(body, request);
        }

        FieldError? headerError = IfMatch.Read(request, out VersionCondition condition);
        return ReplacementReader.Read(utf8.Bytes, userId, id, headerError, request, time) switch
        {
            WorkoutValidation.Accepted accepted => ExistingWorkout.Answer(
                await editing.ReplaceAsync(userId, id, _ => accepted.Workout, condition, request.Scope),
                request,
                static stored => Answers.Workout(200, stored, ProcessWorkoutJson.Readable.WorkoutResponse)),
            WorkoutValidation.Refused refused => Answers.Of(Problems.Invalid(request, refused.Errors)),
            var validation => throw new InvalidOperationException($"{validation.GetType()} is no known outcome."),
        };
    }
}

/// <summary>Reads what a workout is to hold from now on.</summary>
internal static class ReplacementReader
{
    /// <param name="userId">Of the path.</param>
    /// <param name="id">Of the path.</param>
    /// <param name="headerError">To be reported with those of the body; null for none.</param>
    /// <returns>A workout whose timestamp means nothing.</returns>
    public static WorkoutValidation Read(
        ReadOnlySpan<byte> utf8, string userId, WorkoutId id, FieldError? headerError, ApiRequest request, TimeProvider time)
    {
        var replacement = new WorkoutReplacement { WorkoutType = "", DurationMinutes = 0 };
        StrictRead read = StrictJson.Read(utf8, replacement, ProcessWorkoutJson.Default.WorkoutReplacement);
        return DraftValidation.Of(
            read,
            DraftOf(replacement, userId),
            request.Rules,
            time,
            CheckUnchanged(WorkoutFields.WorkoutId, replacement.WorkoutId, id.ToString()),
            CheckUnchanged(WorkoutFields.UserId, replacement.UserId, userId),
            CheckTimestamp(replacement.WorkoutTimestamp, id.Timestamp),
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
    };

    private static FieldError? CheckUnchanged(string field, string? sent, string stored) =>
        sent is null || sent == stored ? null : ReadOnly(field, sent, stored);

    private static FieldError? CheckTimestamp(string? sent, DateTimeOffset stored) =>
        sent is null || (Rfc3339.TryParse(sent, out DateTimeOffset moment) && moment == stored)
            ? null
            : ReadOnly(WorkoutFields.WorkoutTimestamp, sent, UtcTimestamp.Format(stored));

    private static FieldError ReadOnly(string field, string sent, string stored) =>
        new(field, ErrorCodes.ReadOnly, $"{field} can't change; it is {stored}, received {Received.Quote(sent)}.");
}
