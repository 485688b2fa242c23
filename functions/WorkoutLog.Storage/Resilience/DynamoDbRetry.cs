namespace WorkoutLog.Storage.Resilience;

/// <summary>The only layer that repeats calls to DynamoDB: with full jitter, within the time that the request has left.</summary>
/// <remarks>
/// A transaction must carry one <c>ClientRequestToken</c> through all of its tries: one whose answer was lost is then
/// not written twice.
/// </remarks>
/// <param name="maxAttempts">Of one call.</param>
public sealed class DynamoDbRetry(TimeProvider time, int maxAttempts = DynamoDbRetry.MaxAttempts)
{
    private const int MaxAttempts = 12;

    // DynamoDB answers in milliseconds; a call without an answer for this long has lost its connection.
    private static readonly TimeSpan _attemptTimeout = TimeSpan.FromSeconds(3);

    // A try with less time than this would most likely be cut off, and nobody would know whether it was carried out.
    private static readonly TimeSpan _shortestAttempt = TimeSpan.FromMilliseconds(50);

    /// <exception cref="StorageConflictException">The last try met another transaction, and no try before may have been carried out.</exception>
    /// <exception cref="StorageUnavailableException">A try was throttled, failed in the service or got no answer.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, RequestScope scope)
    {
        bool mayBeDone = false;
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan remaining = scope.Deadline.Remaining;
            using var cancellation = new CancellationTokenSource(remaining < _attemptTimeout ? remaining : _attemptTimeout, time);
            try
            {
                return await call(cancellation.Token);
            }
            catch (Exception exception) when (FailureOf(exception, cancellation) is var failure && Failures.Passes(failure))
            {
                if (failure == Failure.Conflict)
                {
                    scope.CountConflict();
                }

                // A conflict says of its own try alone that nothing was written.
                mayBeDone |= failure == Failure.Unavailable;
                if (attempt == maxAttempts || !await WaitAsync(attempt, scope))
                {
                    throw !mayBeDone
                        ? new StorageConflictException(exception)
                        : new StorageUnavailableException(exception);
                }
            }
        }
    }

    /// <summary>Waits before a write is repeated, because another one came first.</summary>
    /// <param name="attempt">The write that failed; 1 for the first.</param>
    /// <exception cref="StorageConflictException">The time that is left is not enough.</exception>
    internal async Task WaitForOthersAsync(int attempt, RequestScope scope)
    {
        if (!await WaitAsync(attempt, scope))
        {
            throw new StorageConflictException();
        }
    }

    // False, at once, when the time that is left is not enough.
    private async Task<bool> WaitAsync(int attempt, RequestScope scope)
    {
        TimeSpan delay = Backoff.After(attempt);
        if (delay + _shortestAttempt > scope.Deadline.Remaining)
        {
            return false;
        }

        await Task.Delay(delay, time);
        return true;
    }

    private static Failure FailureOf(Exception exception, CancellationTokenSource timeout) =>
        timeout.IsCancellationRequested && exception is OperationCanceledException ? Failure.Unavailable : Failures.Of(exception);
}

/// <summary>Waits between tries: exponential with full jitter, so that writers that met once part ways.</summary>
internal static class Backoff
{
    private static readonly TimeSpan _firstDelay = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan _longestDelay = TimeSpan.FromMilliseconds(500);

    /// <param name="attempt">The try that failed; 1 for the first.</param>
    public static TimeSpan After(int attempt)
    {
        double ceiling = Math.Min(_longestDelay.TotalMilliseconds, _firstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling);
    }
}

/// <summary>The moment by which an answer must be given.</summary>
/// <param name="time">The clock that runs it down.</param>
/// <param name="budget">What is left at the start.</param>
public sealed class Deadline(TimeProvider time, TimeSpan budget)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Never below zero.</summary>
    public TimeSpan Remaining
    {
        get
        {
            TimeSpan remaining = budget - time.GetElapsedTime(_start);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }
}
