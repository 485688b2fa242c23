namespace WorkoutLog.Local.Soak.Operations;

/// <summary>The API to one client that tries again, with growing pauses of random length.</summary>
/// <param name="lossRate">Probability that the client does not see an answer: its connection broke.</param>
/// <param name="log">Keeps every try; null where nobody asks.</param>
internal sealed class PatientApi(ApiClient api, SoakTally tally, double lossRate, TimeProvider clock, Random random, RequestLog? log = null)
{
    public const int MaxTries = 20;

    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(2);

    /// <returns>Null when no answer came.</returns>
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
            // Nobody can tell whether it was carried out; whoever asked finds out.
            log?.Add(method, path, began, answer: null);
        }

        tally.CountLostAnswer();
        return null;
    }

    /// <summary>Sends until there is an answer that another try would not change.</summary>
    /// <returns>Null when none came in many tries.</returns>
    public async Task<ApiAnswer?> InsistAsync(HttpMethod method, string path, string? json, IEnumerable<(string, string)> headers, CancellationToken cancellation)
    {
        (string, string)[] same = [.. headers];
        ApiAnswer? last = null;
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            if (attempt > 1)
            {
                await PauseAsync(attempt, last, cancellation);
            }

            last = await TryAsync(method, path, json, same, cancellation);
            if (!MayBeDone(last) && !IsUndone(last!))
            {
                return last;
            }
        }

        return null;
    }

    /// <summary>Waits before another try, as long as the answer asks for at least.</summary>
    /// <param name="attempt">The try to come; 2 for the first that is another one.</param>
    public async Task PauseAsync(int attempt, ApiAnswer? last, CancellationToken cancellation)
    {
        tally.CountRetry();
        var ceiling = Math.Min(_longestPause.TotalMilliseconds, _firstPause.TotalMilliseconds * Math.Pow(2, attempt - 2));
        var asked = last?.Header(HeaderNames.RetryAfter) is { } text && int.TryParse(text, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        await Task.Delay(asked + TimeSpan.FromMilliseconds(random.NextDouble() * ceiling), clock, cancellation);
    }

    /// <summary>Nobody can tell from the answer whether the request was carried out.</summary>
    public static bool MayBeDone(ApiAnswer? answer) =>
        answer?.Status is null or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        // API Gateway's own 500, which functions never send with this header: Lambda had no place for the call.
        || (answer?.Status == HttpStatusCode.InternalServerError && answer.Header("x-amzn-ErrorType") is not null);

    /// <summary>The request was not carried out, and may be another time.</summary>
    public static bool IsUndone(ApiAnswer answer) =>
        answer.Status is HttpStatusCode.TooManyRequests || (answer.Status is HttpStatusCode.Conflict && answer.Header(HeaderNames.RetryAfter) is not null);
}
