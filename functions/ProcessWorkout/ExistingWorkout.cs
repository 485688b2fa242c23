using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Storage;

namespace WorkoutLog.ProcessWorkout;

/// <summary>Shared by edits and deletions: the path <c>/workouts/{userId}/{workoutId}</c>, and the responses.</summary>
internal static class ExistingWorkout
{
    /// <returns>Why the caller may not access the workout, or why its id is invalid; null if neither.</returns>
    public static Problem? Read(ApiRequest request, out string userId, out WorkoutId id)
    {
        id = default;
        return UserDataGuard.Refuse(request, out userId)
            ?? (WorkoutId.TryParse(request.PathParameter(WorkoutFields.WorkoutId), out id) ? null : Problems.WorkoutNotFound(request));
    }

    /// <param name="done">Responds with the workout's current or last state.</param>
    public static APIGatewayProxyResponse Answer(EditOutcome outcome, ApiRequest request, Func<StoredWorkout, APIGatewayProxyResponse> done) =>
        outcome switch
        {
            EditOutcome.Done edited => done(edited.Stored),
            EditOutcome.OtherExternalId other => Responses.Of(Problems.Invalid(request, new FieldError(
                WorkoutFields.ExternalId,
                ErrorCodes.ReadOnly,
                $"externalId can't change; {(other.Own is { } own ? $"it is {Received.Quote(own)}" : "the workout has none")}, "
                + $"got {Received.Quote(other.Sent ?? "")}. Leave it out to keep it."))),
            EditOutcome.NotFound => Responses.Of(Problems.WorkoutNotFound(request)),
            EditOutcome.Stale stale => Responses.Of(Problems.Of(
                ProblemKind.VersionMismatch, request, $"The workout is at version \"{stale.Version}\"; If-Match does not include it.")),
            _ => throw new InvalidOperationException($"{outcome.GetType()} is not a known outcome."),
        };
}
