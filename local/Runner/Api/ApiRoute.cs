using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>One method of a path of the API.</summary>
/// <param name="Method">HTTP method in upper case, or <c>ANY</c>.</param>
/// <param name="Path">Path with its parameters in braces: <c>/stats/{userId}</c>.</param>
/// <param name="InvokedArn">ARN that the integration calls: the alias of a function.</param>
/// <param name="RequiresIam">Whether a caller must sign.</param>
/// <param name="IntegrationTimeout">How long API Gateway waits for the function.</param>
public sealed record ApiRoute(string Method, string Path, string InvokedArn, bool RequiresIam, TimeSpan IntegrationTimeout)
{
    public const string AnyMethod = "ANY";
}

/// <param name="PathParameters">Name to its decoded value.</param>
public sealed record RouteMatch(ApiRoute Route, ImmutableDictionary<string, string> PathParameters);
