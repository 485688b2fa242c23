namespace WorkoutLog.Local.Plan.Changes;

/// <summary>Matches the resources of the base with those of the current program.</summary>
/// <param name="Kept">In the order of registration.</param>
/// <param name="Created">In the order of registration.</param>
/// <param name="Deleted">The last registered first, as Pulumi deletes.</param>
internal sealed record ResourceMatching(ImmutableArray<ResourcePair> Kept, ImmutableArray<GraphResource> Created, ImmutableArray<GraphResource> Deleted)
{
    /// <summary>By URN, or by an alias that is the URN, or the name, of a resource of the base that the program no longer has.</summary>
    public static ResourceMatching Of(ResourceGraph before, ResourceGraph after)
    {
        var old = before.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var left = before.Resources.ExceptBy(after.Resources.Select(resource => resource.Urn), resource => resource.Urn).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var kept = new OrderedDictionary<string, ResourcePair>(StringComparer.Ordinal);
        foreach (var resource in after.Resources)
        {
            if ((old.GetValueOrDefault(resource.Urn) ?? Aliased(resource, kept.GetValueOrDefault(resource.Parent ?? ""), left)) is { } former)
            {
                left.Remove(former.Urn);
                kept[resource.Urn] = new ResourcePair(former, resource);
            }
        }

        return new ResourceMatching(
            [.. kept.Values],
            [.. after.Resources.Where(resource => !kept.ContainsKey(resource.Urn))],
            [.. before.Resources.Where(resource => left.ContainsKey(resource.Urn)).Reverse()]);
    }

    /// <summary>
    /// The base with its resources' current names. A resource that an alias carries over keeps its name at AWS; only a graph
    /// without an account generates another one.
    /// </summary>
    public static ResourceGraph WithCarriedNames(ResourceGraph before, ResourceGraph after)
    {
        var renamed = Of(before, after).Kept
            .Where(pair => pair.Before.Urn != pair.After.Urn)
            .SelectMany(pair => ResourceIdentity.Of(before, pair.Before).Tokens.Zip(ResourceIdentity.Of(after, pair.After).Tokens))
            .Where(names => names.First != names.Second)
            .ToArray();
        return renamed.Length == 0 ? before : before with
        {
            Resources = [.. before.Resources.Select(resource => resource with { Inputs = Rename(resource.Inputs), Outputs = Rename(resource.Outputs) })],
        };

        JsonObject Rename(JsonObject properties) => JsonNode.Parse(renamed.Aggregate(
            properties.ToJsonString(GraphJson.Unescaped), (text, names) => text.Replace(names.First, names.Second, StringComparison.Ordinal)))!.AsObject();
    }

    private static GraphResource? Aliased(GraphResource resource, ResourcePair? parent, Dictionary<string, GraphResource> left) =>
        resource.Options.Aliases
            .SelectMany(alias => new[] { alias, WithName(resource.Urn, alias) })
            .Concat(Inherited(resource, parent))
            .Select(urn => left.GetValueOrDefault(urn))
            .FirstOrDefault(former => former is not null && former.Type == resource.Type);

    // A child of a resource with an alias has one too: under the former parent's types, and with its name in front.
    private static IEnumerable<string> Inherited(GraphResource resource, ResourcePair? parent)
    {
        if (parent is null || parent.Before.Urn == parent.After.Urn)
        {
            return [];
        }

        var urn = $"{WithoutName(parent.Before.Urn)}${resource.Type}::{resource.Name}";
        return resource.Name.StartsWith(parent.After.Name, StringComparison.Ordinal)
            ? [urn, WithName(urn, parent.Before.Name + resource.Name[parent.After.Name.Length..])]
            : [urn];
    }

    // An alias that is only a name keeps the parents and the type.
    private static string WithName(string urn, string name) => $"{WithoutName(urn)}::{name}";

    private static string WithoutName(string urn) => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)];
}

internal sealed record ResourcePair(GraphResource Before, GraphResource After);
