using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Iam;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>How far a request came, for whoever watches the run.</summary>
/// <param name="deployment">That took the request.</param>
internal sealed class RequestProgress(TimeProvider clock, int deployment)
{
    private readonly DateTimeOffset _time = clock.GetUtcNow();
    private readonly long _began = clock.GetTimestamp();
    private long _invoked;
    private string? _function;
    private TimeSpan? _integration;

    public ApiRoute? Route { get; set; }

    public LocalIdentity? Caller { get; set; }

    public ApiError? Error { get; set; }

    public void Invoke(string function) => (_function, _invoked) = (function, clock.GetTimestamp());

    public void Invoked() => _integration = clock.GetElapsedTime(_invoked);

    public ApiRequestEnded End(HttpContext context, string requestId, string traceId) => new(
        _time,
        requestId,
        traceId,
        context.Request.Method,
        context.Request.Path.Value ?? "",
        Route?.Path,
        context.Response.StatusCode,
        Error?.ResponseType,
        _function,
        clock.GetElapsedTime(_began),
        _integration,
        Caller?.AccessKeyId)
    {
        Deployment = deployment,
    };
}
