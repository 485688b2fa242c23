using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>One method of a path of the API.</summary>
/// <param name="Method">HTTP method in upper case, or <c>ANY</c>.</param>
/// <param name="Path">Path with its parameters in braces: <c>/stats/{userId}</c>.</param>
/// <param name="RequiresIam">Whether a caller must sign.</param>
public sealed record ApiRoute(string Method, string Path, bool RequiresIam, ApiIntegration Integration)
{
    public const string AnyMethod = "ANY";
}

/// <param name="PathParameters">Name to its value as it stands in the URL, percent-encoded.</param>
public sealed record RouteMatch(ApiRoute Route, ImmutableDictionary<string, string> PathParameters);
