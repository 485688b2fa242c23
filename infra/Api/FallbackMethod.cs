using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>API Gateway's response to unknown paths and methods, instead of its default 403 for a missing token.</summary>
/// <param name="Path">The path of a route, or another; <c>{proxy+}</c> at its end matches everything below.</param>
/// <param name="Allow">The methods of the path's routes; empty for a path without routes.</param>
internal sealed record FallbackMethod(string Path, ProblemKind Kind, string Detail, ImmutableArray<string> Allow)
{
    private const string Greedy = "{proxy+}";

    /// <summary>Headers of the response.</summary>
    public ImmutableSortedDictionary<string, string> Headers
    {
        get
        {
            var headers = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                .Add(HeaderNames.ContentType, MediaTypes.Problem)
                .Add("Cache-Control", "no-store");
            return Allow.IsEmpty ? headers : headers.Add(HeaderNames.Allow, string.Join(", ", Allow));
        }
    }

    /// <summary>Covers every path and method without a route, in the order of the paths.</summary>
    /// <remarks>
    /// A greedy path matches everything below its parent, but not below its siblings, so each level has one. API Gateway allows only one
    /// variable child, so a level with <c>{userId}</c> has and needs none.
    /// </remarks>
    public static ImmutableArray<FallbackMethod> Of(IReadOnlyCollection<Route> routes)
    {
        var nodes = routes.SelectMany(route => Ancestry(route.Path)).Append("/").Distinct().ToList();
        var unknownBelow = nodes.Where(node => !nodes.Any(other => IsVariableChild(other, node))).Select(node => Child(node, Greedy));
        return
        [
            .. nodes.Select(node => At(node, routes)).Concat(unknownBelow.Select(NotFound)).OrderBy(method => method.Path, StringComparer.Ordinal),
        ];
    }

    private static FallbackMethod At(string path, IReadOnlyCollection<Route> routes)
    {
        ImmutableArray<string> methods = [.. routes.Where(route => route.Path == path).SelectMany(route => route.Methods).Order(StringComparer.Ordinal)];
        return methods.IsEmpty
            ? NotFound(path)
            : new FallbackMethod(path, ProblemKind.MethodNotAllowed, ProblemKind.PathAllows(string.Join(", ", methods)), methods);
    }

    private static FallbackMethod NotFound(string path) => new(path, ProblemKind.RouteNotFound, ProblemKind.NoSuchPath, []);

    // The path and its ancestors except the root.
    private static IEnumerable<string> Ancestry(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }

    private static bool IsVariableChild(string path, string parent) =>
        path.StartsWith(Child(parent, "{"), StringComparison.Ordinal) && path.LastIndexOf('/') == Child(parent, "").Length - 1;

    private static string Child(string parent, string segment) => $"{parent.TrimEnd('/')}/{segment}";
}
