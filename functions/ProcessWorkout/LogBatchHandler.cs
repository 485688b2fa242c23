using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Json;
using WorkoutLog.Http.Runtime;

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

        FieldError[] errors = [.. RefuseKey(request), .. BatchReader.Read(utf8.Bytes, out IReadOnlyList<ReadOnlyMemory<byte>> workouts)];
        if (errors.Length > 0)
        {
            return Answers.Of(Problems.Invalid(request, errors));
        }

        ReceivedWorkout[] received = [.. workouts.Select(workout => ReceivedWorkout.OfBatch(workout.Span, request, time))];
        var response = new BatchResponse { Results = await LogAllAsync(received, request) };
        return Answers.Json(200, response, ProcessWorkoutJson.Readable.BatchResponse);
    }

    // Ignored, it would let a client believe that it may send the batch again.
    private static IEnumerable<FieldError> RefuseKey(ApiRequest request) => request.Header(HeaderNames.IdempotencyKey) is null ? [] :
    [
        new(
            HeaderNames.IdempotencyKey,
            ErrorCodes.Unsupported,
            $"A batch takes no header {HeaderNames.IdempotencyKey}; send {WorkoutFields.IdempotencyKey} in each of its workouts instead."),
    ];

    /// <summary>Users side by side; the workouts of one user share transactions, because they meet in the same roll-up.</summary>
    private async Task<BatchResult[]> LogAllAsync(ReceivedWorkout[] received, ApiRequest request)
    {
        var results = new BatchResult[received.Length];
        await Task.WhenAll(Enumerable.Range(0, received.Length)
            .GroupBy(position => received[position].UserId)
            .Select(async ofUser =>
            {
                int[] positions = [.. ofUser];
                var outcomes = await logger.LogAsync([.. positions.Select(position => received[position])], request);
                foreach ((int position, Task<LogOutcome> outcome) in positions.Zip(outcomes))
                {
                    results[position] = ResultOf(await OutcomeAsync(outcome, request));
                }
            }));
        return results;
    }

    /// <summary>One that fails must not take the others with it, whatever the failure is.</summary>
    private async Task<LogOutcome> OutcomeAsync(Task<LogOutcome> outcome, ApiRequest request)
    {
        try
        {
            return await outcome;
        }
        catch (Exception exception)
        {
            log.RequestFailed(request, exception);
            return new LogOutcome.Refused(Problems.Of(exception, request));
        }
    }

    private static BatchResult ResultOf(LogOutcome outcome) => outcome switch
    {
        LogOutcome.Logged logged => new BatchResult
        {
            Status = logged.Status,
            Workout = Answers.Show(logged.Stored),
            Etag = Answers.ETagOf(logged.Stored),
            IdempotentReplayed = logged.Replayed ? true : null,
        },
        LogOutcome.Refused refused => new BatchResult { Status = refused.Problem.Status, Problem = refused.Problem },
        _ => throw new InvalidOperationException($"{outcome.GetType()} is no known outcome."),
    };
}

/// <summary>Takes a batch apart without looking at its workouts, so that each of them is accepted or refused by itself.</summary>
internal static class BatchReader
{
    /// <param name="workouts">The JSON of each.</param>
    /// <returns>What is wrong with the batch as a whole; none when its workouts can be read.</returns>
    public static IReadOnlyList<FieldError> Read(byte[] utf8, out IReadOnlyList<ReadOnlyMemory<byte>> workouts)
    {
        StrictRead read = StrictJson.ReadElements(utf8, ProcessWorkoutJson.Default.BatchRequest, out IReadOnlyList<Range> elements);
        workouts = [.. elements.Select(element => utf8.AsMemory(element))];
        return read.Errors.Count > 0 || CheckCount(elements.Count) is not { } error ? read.Errors : [error];
    }

    private static FieldError? CheckCount(int count) => count switch
    {
        0 => new(WorkoutFields.Workouts, ErrorCodes.Required, $"{WorkoutFields.Workouts} must not be empty."),
        > ApiLimits.MaxBatchSize => new(
            WorkoutFields.Workouts,
            ErrorCodes.TooLong,
            $"{WorkoutFields.Workouts} must have at most {ApiLimits.MaxBatchSize} elements; received {count}."),
        _ => null,
    };
}
