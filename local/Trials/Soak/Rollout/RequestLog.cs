namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>Every request as its client saw it, with the deployments that may have taken it.</summary>
internal sealed class RequestLog
{
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private volatile int _begun = 1;
    private volatile int _inForce = 1;

    /// <summary>Number of a deployment that is in force for certain.</summary>
    public int Now => _inForce;

    public ImmutableArray<SentRequest> Requests => [.. _requests];

    /// <summary>Before the next deployment.</summary>
    public void BeginDeployment() => _begun++;

    /// <summary>When it is in force.</summary>
    public void EndDeployment() => _inForce = _begun;

    /// <param name="began">What <see cref="Now"/> was before the request was sent.</param>
    /// <param name="answer">Null when none came.</param>
    public void Add(HttpMethod method, string path, int began, ApiAnswer? answer) => _requests.Enqueue(new SentRequest(
        method.Method,
        answer?.Header(HeaderNames.Location) ?? path,
        began,
        _begun,
        (int?)answer?.Status,
        answer?.Header("X-Amzn-Trace-Id"),
        answer?.Header(HeaderNames.ETag)));
}

/// <param name="Path">Of the workout, also when it is logged; else as it was sent.</param>
/// <param name="FirstDeployment">The oldest deployment that may have taken the request.</param>
/// <param name="LastDeployment">The newest one.</param>
/// <param name="Status">Null when no answer came.</param>
/// <param name="ETag">Names the state of the workout that was written or read.</param>
internal sealed record SentRequest(string Method, string Path, int FirstDeployment, int LastDeployment, int? Status, string? TraceId, string? ETag);
