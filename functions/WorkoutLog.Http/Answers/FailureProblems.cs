using WorkoutLog.Contracts;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Http.Answers;

/// <summary>What an exception means to the client.</summary>
public static class FailureProblems
{
    public static Problem Of(Exception exception, ApiRequest request) => exception switch
    {
        StorageConflictException => Problems.Of(
            ProblemKind.Conflict, request, "Other writes for this user kept getting in the way; nothing was written. Try again."),
        StorageRejectedException => Problems.Of(
            ProblemKind.InvalidRequest, request, "The tables do not take the workout with these values; nothing was written."),
        StorageUnavailableException => Problems.Of(
            ProblemKind.Unavailable, request, "The data could not be reached in time. Try again."),
        // Anything more could tell a stranger how the inside looks; the log has it under the request id.
        _ => Problems.Of(ProblemKind.InternalError, request, detail: null),
    };
}
