using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.Storage;

namespace WorkoutLog.ProcessWorkout;

/// <summary>Answers to edits and deletions.</summary>
internal static class EditAnswers
{
    /// <param name="done">Answers with the workout as it is now, or was last.</param>
    public static APIGatewayProxyResponse Of(EditOutcome outcome, ApiRequest request, Func<StoredWorkout, APIGatewayProxyResponse> done) =>
        outcome switch
        {
            EditOutcome.Done edited => done(edited.Stored),
            EditOutcome.NotFound => ProblemAnswers.WorkoutNotFound(request),
            EditOutcome.Stale stale => ProblemAnswers.Of(
                ProblemKind.VersionMismatch, request, $"The workout is at version \"{stale.Version}\", which If-Match does not name."),
            _ => throw new InvalidOperationException($"{outcome.GetType()} is no known outcome."),
        };
}
