using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>Finds the route of a request as API Gateway does: of the paths that fit and have the method, or ANY, the most literal one.</summary>
public sealed class RouteTable(IEnumerable<ApiRoute> routes)
{
    private readonly ImmutableArray<(PathTemplate Template, ImmutableArray<ApiRoute> Routes)> _paths =
    [
        .. routes.GroupBy(route => route.Path, StringComparer.Ordinal)
            .Select(path => (Template: new PathTemplate(path.Key), Routes: path.ToImmutableArray()))
            .OrderBy(path => path.Template),
    ];

    /// <param name="rawPath">Path with its percent-encoding; a slash at its end means nothing.</param>
    /// <returns>Null when no path fits that has the method.</returns>
    public RouteMatch? Find(string method, string rawPath)
    {
        var path = "/" + rawPath.Trim('/');
        foreach (var (template, candidates) in _paths)
        {
            if (template.Match(path) is { } parameters
                && (MethodOf(candidates, method) ?? MethodOf(candidates, ApiRoute.AnyMethod)) is { } route)
            {
                return new RouteMatch(route, parameters);
            }
        }

        return null;
    }

    private static ApiRoute? MethodOf(ImmutableArray<ApiRoute> routes, string method) => routes.FirstOrDefault(route => route.Method == method);
}
