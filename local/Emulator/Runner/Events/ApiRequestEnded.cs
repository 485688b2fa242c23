namespace WorkoutLog.Local.Runner.Events;

/// <summary>A request that the API has answered.</summary>
/// <param name="Time">When the request came, by the run's clock.</param>
/// <param name="TraceId">The <c>X-Amzn-Trace-Id</c> that the function's calls carry on.</param>
/// <param name="Path">As it was sent, without the query.</param>
/// <param name="Route">The template that fits, such as <c>/stats/{userId}</c>; null for an unknown path.</param>
/// <param name="GatewayError">Kind of the gateway response when the API itself refused or failed, such as <c>THROTTLED</c>.</param>
/// <param name="Function">Name of the function's resource; null when none was called.</param>
/// <param name="Duration">Until the answer was written.</param>
/// <param name="IntegrationDuration">What of it the function took; null when none was called.</param>
/// <param name="Caller">Access key of the local identity; null for a caller that is nobody.</param>
public sealed record ApiRequestEnded(
    DateTimeOffset Time,
    string RequestId,
    string TraceId,
    string Method,
    string Path,
    string? Route,
    int Status,
    string? GatewayError,
    string? Function,
    TimeSpan Duration,
    TimeSpan? IntegrationDuration,
    string? Caller)
{
    /// <summary>That took the request; counts the deployments of the run, from 1.</summary>
    public int Deployment { get; init; } = 1;
}
