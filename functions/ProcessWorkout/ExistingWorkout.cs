using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Storage;

namespace WorkoutLog.ProcessWorkout;

/// <summary>What edits and deletions have in common: the path <c>/workouts/{userId}/{workoutId}</c>, and the answers.</summary>
internal static class ExistingWorkout
{
    /// <returns>Why the caller can't reach such a workout, before anything was read.</returns>
    public static Problem? Read(ApiRequest request, out string userId, out WorkoutId id)
    {
        id = default;
        return UserDataGuard.Refuse(request, out userId)
            ?? (WorkoutId.TryParse(request.PathParameter(WorkoutFields.WorkoutId), out id) ? null : Problems.WorkoutNotFound(request));
    }

    /// <param name="done">Answers with the workout as it is now, or was last.</param>
    public static APIGatewayProxyResponse Answer(EditOutcome outcome, ApiRequest request, Func<StoredWorkout, APIGatewayProxyResponse> done) =>
        outcome switch
        {
            EditOutcome.Done edited => done(edited.Stored),
            EditOutcome.OtherExternalId other => Answers.Of(Problems.Invalid(request, new FieldError(
                WorkoutFields.ExternalId,
                ErrorCodes.ReadOnly,
                $"externalId can't change; {(other.Own is { } own ? $"it is {Received.Quote(own)}" : "the workout has none")}, "
                + $"received {Received.Quote(other.Sent ?? "")}. Leave it out to keep it."))),
            EditOutcome.NotFound => Answers.Of(Problems.WorkoutNotFound(request)),
            EditOutcome.Stale stale => Answers.Of(Problems.Of(
                ProblemKind.VersionMismatch, request, $"The workout is at version \"{stale.Version}\", which If-Match does not name.")),
            _ => throw new InvalidOperationException($"{outcome.GetType()} is no known outcome."),
        };
}
