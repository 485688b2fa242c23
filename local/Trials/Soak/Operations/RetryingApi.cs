namespace WorkoutLog.Local.Soak.Operations;

/// <summary>The API for one client: retries with exponential backoff and jitter.</summary>
/// <param name="lossRate">Probability that the client does not see an answer: its connection broke.</param>
/// <param name="log">Records every attempt; null to record none.</param>
internal sealed class RetryingApi(ApiClient api, SoakTally tally, double lossRate, TimeProvider clock, Random random, RequestLog? log = null)
{
    public const int MaxAttempts = 20;

    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(2);

    /// <returns>Null when no answer arrived.</returns>
    public async Task<ApiAnswer?> TryAsync(HttpMethod method, string path, string? json, IEnumerable<(string, string)> headers, CancellationToken cancellation)
    {
        var began = log?.Now ?? 0;
        var start = clock.GetTimestamp();
        try
        {
            var answer = await api.SendAsync(method, path, json, headers, cancellation);
            log?.Add(method, path, began, answer);
            tally.CountAnswer((int)answer.Status, clock.GetElapsedTime(start));
            if (random.NextDouble() >= lossRate)
            {
                return answer;
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            // The outcome is unknown; the caller finds out.
            log?.Add(method, path, began, answer: null);
        }

        tally.CountLostAnswer();
        return null;
    }

    /// <summary>Sends until an answer is final: a retry would not change it.</summary>
    /// <returns>Null when <see cref="MaxAttempts"/> attempts brought none.</returns>
    public async Task<ApiAnswer?> SendWithRetriesAsync(HttpMethod method, string path, string? json, IEnumerable<(string, string)> headers, CancellationToken cancellation)
    {
        (string, string)[] same = [.. headers];
        ApiAnswer? last = null;
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (attempt > 1)
            {
                await PauseAsync(attempt, last, cancellation);
            }

            last = await TryAsync(method, path, json, same, cancellation);
            if (!IsOutcomeUnknown(last) && !IsRetryable(last!))
            {
                return last;
            }
        }

        return null;
    }

    /// <summary>Waits before a retry, at least for the answer's <c>Retry-After</c>.</summary>
    /// <param name="attempt">Number of the next attempt; 2 for the first retry.</param>
    public async Task PauseAsync(int attempt, ApiAnswer? last, CancellationToken cancellation)
    {
        tally.CountRetry();
        var ceiling = Math.Min(_longestPause.TotalMilliseconds, _firstPause.TotalMilliseconds * Math.Pow(2, attempt - 2));
        var asked = last?.Header(HeaderNames.RetryAfter) is { } text && int.TryParse(text, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        await Task.Delay(asked + TimeSpan.FromMilliseconds(random.NextDouble() * ceiling), clock, cancellation);
    }

    /// <summary>The answer does not show whether the request was applied.</summary>
    public static bool IsOutcomeUnknown(ApiAnswer? answer) =>
        answer?.Status is null or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        // API Gateway's own 500, which functions never send with this header: Lambda had no capacity for the call.
        || (answer?.Status == HttpStatusCode.InternalServerError && answer.Header("x-amzn-ErrorType") is not null);

    /// <summary>The request was not applied; a retry may succeed.</summary>
    public static bool IsRetryable(ApiAnswer answer) =>
        answer.Status is HttpStatusCode.TooManyRequests || (answer.Status is HttpStatusCode.Conflict && answer.Header(HeaderNames.RetryAfter) is not null);
}
