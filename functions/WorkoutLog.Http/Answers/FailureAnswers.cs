using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Http.Answers;

/// <summary>Answers to what a handler threw.</summary>
internal static class FailureAnswers
{
    private const string RetryAfterSeconds = "1";

    public static APIGatewayProxyResponse Of(Exception exception, ApiRequest request) => exception switch
    {
        StorageConflictException => AskToRetry(ProblemAnswers.Of(
            ProblemKind.Conflict, request, "Other writes for this user kept getting in the way; nothing was written. Try again.")),
        StorageUnavailableException => AskToRetry(ProblemAnswers.Of(
            ProblemKind.Unavailable, request, "The data could not be reached in time. Try again.")),
        // Anything more could tell a stranger how the inside looks; the log has it under the request id.
        _ => ProblemAnswers.Of(ProblemKind.InternalError, request, detail: null),
    };

    private static APIGatewayProxyResponse AskToRetry(APIGatewayProxyResponse answer)
    {
        answer.Headers["Retry-After"] = RetryAfterSeconds;
        return answer;
    }
}
