namespace WorkoutLog.Local.Runner;

/// <summary>Finds the route of a request as API Gateway does: the most literal matching path that has the method, or ANY.</summary>
public sealed class RouteTable(IEnumerable<ApiRoute> routes)
{
    private readonly ImmutableArray<(PathTemplate Template, ImmutableArray<ApiRoute> Routes)> _paths =
    [
        .. routes.GroupBy(route => route.Path, StringComparer.Ordinal)
            .Select(path => (Template: new PathTemplate(path.Key), Routes: path.ToImmutableArray()))
            .OrderBy(path => path.Template.Order, StringComparer.Ordinal),
    ];

    /// <param name="rawPath">Percent-encoded path; a trailing slash is ignored.</param>
    /// <returns>Null if no matching path has the method.</returns>
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

/// <summary>A path such as <c>/stats/{userId}</c> or <c>/files/{path+}</c>.</summary>
internal sealed class PathTemplate(string path)
{
    private readonly ImmutableArray<string> _segments = Split(path);

    /// <summary>Sorts more literal templates first, and longer before shorter ones with the same prefix.</summary>
    public string Order => string.Concat(_segments.Select(segment => IsGreedy(segment) ? '2' : IsParameter(segment) ? '1' : '0').Append('3'));

    /// <returns>The parameter values by name, percent-encoded as in the URL, or null if the path does not match.</returns>
    public ImmutableDictionary<string, string>? Match(string rawPath)
    {
        var segments = Split(rawPath);
        if (_segments is [.. var before, var last] && IsGreedy(last) && segments.Length > before.Length && segments[before.Length].Length > 0)
        {
            segments = [.. segments[..before.Length], string.Join('/', segments[before.Length..])];
        }

        var pairs = _segments.Zip(segments, (template, value) => (Template: template, Value: value)).ToArray();
        var fits = segments.Length == _segments.Length
            && pairs.All(pair => IsParameter(pair.Template) ? pair.Value.Length > 0 : pair.Template == Uri.UnescapeDataString(pair.Value));
        return fits
            ? pairs.Where(pair => IsParameter(pair.Template)).ToImmutableDictionary(pair => pair.Template.Trim('{', '+', '}'), pair => pair.Value)
            : null;
    }

    private static ImmutableArray<string> Split(string path) => [.. path.Split('/').Skip(1)];

    private static bool IsParameter(string segment) => segment.StartsWith('{') && segment.EndsWith('}');

    private static bool IsGreedy(string segment) => segment.StartsWith('{') && segment.EndsWith("+}", StringComparison.Ordinal);
}
