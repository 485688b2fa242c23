using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>Finds the route of a request as API Gateway does: first the path, the more literal one before the other, then the method.</summary>
public sealed class RouteTable(IEnumerable<ApiRoute> routes)
{
    private readonly ImmutableArray<(PathTemplate Template, ImmutableArray<ApiRoute> Routes)> _paths =
    [
        .. routes.GroupBy(route => route.Path, StringComparer.Ordinal)
            .Select(path => (Template: new PathTemplate(path.Key), Routes: path.ToImmutableArray()))
            .OrderBy(path => path.Template),
    ];

    /// <param name="rawPath">Path with its percent-encoding.</param>
    /// <returns>Null when no path fits, or the path has no such method.</returns>
    public RouteMatch? Find(string method, string rawPath)
    {
        foreach (var (template, candidates) in _paths)
        {
            if (template.Match(rawPath) is { } parameters)
            {
                var route = candidates.FirstOrDefault(candidate => candidate.Method == method)
                    ?? candidates.FirstOrDefault(candidate => candidate.Method == ApiRoute.AnyMethod);
                return route is null ? null : new RouteMatch(route, parameters);
            }
        }

        return null;
    }
}
