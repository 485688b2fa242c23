using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Json;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.ProcessWorkout;

/// <summary><c>POST /workouts/batch</c>: logs several workouts, each as if sent alone.</summary>
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
            return Responses.Of(Problems.Invalid(request, errors));
        }

        ReceivedWorkout[] received = [.. workouts.Select(workout => ReceivedWorkout.OfBatch(workout.Span, request, time))];
        var response = new BatchResponse { Results = await LogAllAsync(received, request) };
        return Responses.Json(200, response, ProcessWorkoutJson.Readable.BatchResponse);
    }

    // If it were ignored, a client could believe that resending the batch is safe.
    private static IEnumerable<FieldError> RefuseKey(ApiRequest request) => request.Header(HeaderNames.IdempotencyKey) is null ? [] :
    [
        new(
            HeaderNames.IdempotencyKey,
            ErrorCodes.Unsupported,
            $"A batch does not accept the header {HeaderNames.IdempotencyKey}; send {WorkoutFields.IdempotencyKey} in each workout instead."),
    ];

    /// <summary>Users run in parallel; the workouts of one user share transactions, because they update the same roll-up.</summary>
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

    /// <summary>A failed workout must not fail the others, whatever the exception.</summary>
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
            Workout = Responses.Show(logged.Stored),
            Etag = Responses.ETagOf(logged.Stored),
            IdempotentReplayed = logged.Replayed ? true : null,
        },
        LogOutcome.Refused refused => new BatchResult { Status = refused.Problem.Status, Problem = refused.Problem },
        _ => throw new InvalidOperationException($"{outcome.GetType()} is not a known outcome."),
    };
}

/// <summary>Splits a batch without parsing its workouts, so that each of them is accepted or refused on its own.</summary>
internal static class BatchReader
{
    /// <param name="workouts">The JSON of each.</param>
    /// <returns>Errors of the batch as a whole; none if its workouts can be read.</returns>
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
            $"{WorkoutFields.Workouts} must have at most {ApiLimits.MaxBatchSize} elements; got {count}."),
        _ => null,
    };
}
