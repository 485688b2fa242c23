namespace WorkoutLog.Storage.Resilience;

/// <summary>The only layer that repeats calls to DynamoDB: with full jitter, within the time that the request has left.</summary>
/// <remarks>
/// A transaction must carry one <c>ClientRequestToken</c> through all of its tries: one whose answer was lost is then
/// not written twice.
/// </remarks>
public sealed class DynamoDbRetry(TimeProvider time)
{
    private const int MaxAttempts = 12;

    private static readonly TimeSpan _firstDelay = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan _longestDelay = TimeSpan.FromMilliseconds(500);

    // DynamoDB answers in milliseconds; a call without an answer for this long has lost its connection.
    private static readonly TimeSpan _attemptTimeout = TimeSpan.FromSeconds(3);

    /// <exception cref="StorageConflictException">Every try met another transaction.</exception>
    /// <exception cref="StorageUnavailableException">The last try was throttled, failed in the service or got no answer.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, Deadline deadline)
    {
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan timeout = deadline.Remaining < _attemptTimeout ? deadline.Remaining : _attemptTimeout;
            using var cancellation = new CancellationTokenSource(timeout, time);
            try
            {
                return await call(cancellation.Token);
            }
            catch (Exception exception) when (FailureOf(exception, cancellation) is var failure && failure != Failure.Permanent)
            {
                TimeSpan delay = Delay(attempt);
                if (attempt == MaxAttempts || delay >= deadline.Remaining)
                {
                    throw failure == Failure.Conflict
                        ? new StorageConflictException(exception)
                        : new StorageUnavailableException(exception);
                }

                await Task.Delay(delay, time);
            }
        }
    }

    private static Failure FailureOf(Exception exception, CancellationTokenSource timeout) =>
        timeout.IsCancellationRequested && exception is OperationCanceledException ? Failure.Unavailable : Failures.Of(exception);

    private static TimeSpan Delay(int attempt)
    {
        double ceiling = Math.Min(_longestDelay.TotalMilliseconds, _firstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling);
    }
}
