using System.Collections.Frozen;

namespace WorkoutLog.Local.Graph.Types;

/// <summary>All known resource types: the classes in this folder.</summary>
internal static class AwsResourceTypes
{
    private static readonly FrozenDictionary<string, AwsResourceType> _types = typeof(AwsResourceType).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(AwsResourceType)))
        .Select(type => (AwsResourceType)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(type => type.TypeToken, StringComparer.Ordinal);

    public static IEnumerable<AwsResourceType> All => _types.Values;

    /// <returns>Null for an unknown type.</returns>
    public static AwsResourceType? Find(string token) => _types.GetValueOrDefault(token);

    /// <exception cref="UserErrorException">Some resources have unknown types; the message lists all of them.</exception>
    public static ImmutableArray<(GraphResource Resource, AwsResourceType Type)> Of(ResourceGraph graph)
    {
        var resources = graph.Resources.Where(resource => !resource.Component && !resource.Type.StartsWith("pulumi:", StringComparison.Ordinal)).ToArray();
        var unknown = resources.Where(resource => Find(resource.Type) is null).Select(resource => $"{resource.Name} ({resource.Type})").ToArray();
        return unknown.Length == 0
            ? [.. resources.Select(resource => (resource, _types[resource.Type]))]
            : throw new UserErrorException(
                $"{(unknown.Length == 1 ? "A resource is" : "Resources are")} of an unknown type: {string.Join(", ", unknown)}. "
                + $"Fix: add a class for the type to local/Graph/{nameof(Types)}.");
    }

    /// <summary>The most important facts about a resource for a reviewer.</summary>
    public static IEnumerable<string> Facts(GraphResource resource) =>
    [
        .. Find(resource.Type)?.Facts(resource.Inputs) ?? [],
        .. resource.Options.Protect ? ["protected"] : Array.Empty<string>(),
        .. resource.Options.RetainOnDelete ? ["retained"] : Array.Empty<string>(),
    ];

    public static ImmutableArray<GraphResource> OfType(this ResourceGraph graph, string token) =>
        [.. graph.Resources.Where(resource => resource.Type == token)];
}
