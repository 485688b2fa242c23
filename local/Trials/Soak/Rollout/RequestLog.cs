namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>Every request as its client saw it, with the deployments that may have handled it.</summary>
internal sealed class RequestLog
{
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private volatile int _begun = 1;
    private volatile int _inForce = 1;

    /// <summary>Number of a deployment that is certainly active.</summary>
    public int Now => _inForce;

    public ImmutableArray<SentRequest> Requests => [.. _requests];

    /// <summary>Call before the next deployment.</summary>
    public void BeginDeployment() => _begun++;

    /// <summary>Call when the deployment is active.</summary>
    public void EndDeployment() => _inForce = _begun;

    /// <param name="began">What <see cref="Now"/> was before the request was sent.</param>
    /// <param name="answer">Null when none arrived.</param>
    public void Add(HttpMethod method, string path, int began, ApiAnswer? answer) => _requests.Enqueue(new SentRequest(
        method.Method,
        answer?.Header(HeaderNames.Location) ?? path,
        began,
        _begun,
        (int?)answer?.Status,
        answer?.Header("X-Amzn-Trace-Id"),
        answer?.Header(HeaderNames.ETag)));
}

/// <param name="Path">Of the workout, also for its create; otherwise as sent.</param>
/// <param name="FirstDeployment">The oldest deployment that may have handled the request.</param>
/// <param name="LastDeployment">The newest one.</param>
/// <param name="Status">Null when no answer arrived.</param>
/// <param name="ETag">The version of the workout that was written or read.</param>
internal sealed record SentRequest(string Method, string Path, int FirstDeployment, int LastDeployment, int? Status, string? TraceId, string? ETag);
