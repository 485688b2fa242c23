namespace WorkoutLog.Storage.Resilience;

/// <summary>The only layer that retries calls to DynamoDB: with full jitter, within the request's remaining time.</summary>
/// <remarks>
/// A transaction must use one <c>ClientRequestToken</c> for all attempts, so that one whose response was lost is not written
/// twice.
/// </remarks>
/// <param name="maxAttempts">Per call.</param>
public sealed class DynamoDbRetry(TimeProvider time, int maxAttempts = DynamoDbRetry.MaxAttempts)
{
    private const int MaxAttempts = 12;

    // DynamoDB responds in milliseconds; a call without a response for this long has lost its connection.
    private static readonly TimeSpan _attemptTimeout = TimeSpan.FromSeconds(3);

    // An attempt with less time than this would most likely be cut off, with an unknown result.
    private static readonly TimeSpan _shortestAttempt = TimeSpan.FromMilliseconds(50);

    /// <exception cref="StorageConflictException">The last attempt conflicted with another transaction, and no earlier attempt can have succeeded.</exception>
    /// <exception cref="StorageUnavailableException">An attempt was throttled, failed in the service or got no response.</exception>
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

                // A conflict proves only for its own attempt that nothing was written.
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

    /// <summary>Waits before a retry of a write, because another one came first.</summary>
    /// <param name="attempt">The failed attempt; 1 for the first.</param>
    /// <exception cref="StorageConflictException">The remaining time is not enough.</exception>
    internal async Task BackOffAsync(int attempt, RequestScope scope)
    {
        if (!await WaitAsync(attempt, scope))
        {
            throw new StorageConflictException();
        }
    }

    // False, immediately, if the remaining time is not enough.
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

/// <summary>Backoff between attempts: exponential with full jitter, so that conflicting writers spread out.</summary>
internal static class Backoff
{
    private static readonly TimeSpan _firstDelay = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan _longestDelay = TimeSpan.FromMilliseconds(500);

    /// <param name="attempt">The failed attempt; 1 for the first.</param>
    public static TimeSpan After(int attempt)
    {
        double ceiling = Math.Min(_longestDelay.TotalMilliseconds, _firstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling);
    }
}

/// <summary>The time by which the request must be answered.</summary>
/// <param name="time">The clock.</param>
/// <param name="budget">The remaining time at the start.</param>
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
