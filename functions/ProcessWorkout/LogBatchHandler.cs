using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.Http.Runtime;
using WorkoutLog.ProcessWorkout.Logging;
using WorkoutLog.ProcessWorkout.Reading;

namespace WorkoutLog.ProcessWorkout;

/// <summary><c>POST /workouts/batch</c>: logs several workouts, each as if it had come alone.</summary>
public sealed class LogBatchHandler(WorkoutLogger logger, Log log, TimeProvider time)
{
    public async Task<APIGatewayProxyResponse> HandleAsync(ApiRequest request)
    {
        RequestBody body = RequestBody.Of(request);
        if (body is not RequestBody.Utf8 utf8)
        {
            return RequestBody.Refuse(body, request);
        }

        IReadOnlyList<FieldError> errors = BatchReader.Read(utf8.Bytes, out IReadOnlyList<ReadOnlyMemory<byte>> workouts);
        if (errors.Count > 0)
        {
            return ProblemAnswers.Invalid(request, errors);
        }

        ReceivedWorkout[] received = [.. workouts.Select(workout => WorkoutRequestReader.ReadOfBatch(workout.Span, request, time))];
        var response = new BatchResponse { Results = await LogAllAsync(received, request) };
        return JsonAnswers.Of(200, response, ProcessWorkoutJson.Readable.BatchResponse);
    }

    /// <summary>Users side by side, the workouts of one user in their order: they would only meet in the same roll-up.</summary>
    private async Task<BatchResult[]> LogAllAsync(ReceivedWorkout[] received, ApiRequest request)
    {
        var results = new BatchResult[received.Length];
        await Task.WhenAll(Enumerable.Range(0, received.Length)
            .GroupBy(position => received[position].UserId)
            .Select(async ofUser =>
            {
                foreach (var position in ofUser)
                {
                    results[position] = ResultOf(await LogAsync(received[position], request));
                }
            }));
        return results;
    }

    /// <summary>One that fails must not take the others with it, whatever the failure is.</summary>
    private async Task<LogOutcome> LogAsync(ReceivedWorkout received, ApiRequest request)
    {
        try
        {
            return await logger.LogAsync(received, request);
        }
        catch (Exception exception)
        {
            log.RequestFailed(request, exception);
            return new LogOutcome.Refused(FailureProblems.Of(exception, request));
        }
    }

    private static BatchResult ResultOf(LogOutcome outcome) => outcome switch
    {
        LogOutcome.Logged logged => new BatchResult
        {
            Status = 201,
            Workout = WorkoutRepresentation.Of(logged.Stored),
            Etag = WorkoutRepresentation.ETagOf(logged.Stored),
            IdempotentReplayed = logged.Replayed ? true : null,
        },
        LogOutcome.Refused refused => new BatchResult { Status = refused.Problem.Status, Problem = refused.Problem },
        _ => throw new InvalidOperationException($"{outcome.GetType()} is no known outcome."),
    };
}
