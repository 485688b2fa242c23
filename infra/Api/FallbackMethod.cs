using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>What API Gateway answers where no route is. Without it, it would say 403 there, of a token that is missing.</summary>
/// <param name="Path">A path of its own, or one of routes; <c>{proxy+}</c> at its end stands for all that is below.</param>
/// <param name="Allow">The methods that the path's routes take; empty for a path without any.</param>
internal sealed record FallbackMethod(string Path, ProblemKind Kind, string Detail, ImmutableArray<string> Allow)
{
    private const string Greedy = "{proxy+}";

    /// <summary>Of the answer.</summary>
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

    /// <summary>One for each place where a request of any path and method can end up, in the order of their paths.</summary>
    /// <remarks>
    /// A greedy path is documented to stand for what is below its parent, but not for what is below its siblings, so each level has one
    /// of its own. API Gateway allows only one variable child, so next to <c>{userId}</c> there is no place for another, and no need.
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
            : new FallbackMethod(path, ProblemKind.MethodNotAllowed, ProblemKind.PathTakes(string.Join(", ", methods)), methods);
    }

    private static FallbackMethod NotFound(string path) => new(path, ProblemKind.RouteNotFound, ProblemKind.NoSuchPath, []);

    // The path and all that is above it but the root.
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
