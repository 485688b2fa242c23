using System.Collections.Immutable;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Plan.Changes;

/// <summary>Which resource of the base is which of the program as it is now.</summary>
/// <param name="Kept">In the order of registration.</param>
/// <param name="Created">In the order of registration.</param>
/// <param name="Deleted">The last registered first, as Pulumi deletes.</param>
internal sealed record ResourceMatching(ImmutableArray<ResourcePair> Kept, ImmutableArray<GraphResource> Created, ImmutableArray<GraphResource> Deleted)
{
    /// <summary>By URN, or by an alias that is the URN, or the name, of a resource of the base that the program no longer has.</summary>
    public static ResourceMatching Of(ResourceGraph before, ResourceGraph after)
    {
        var old = before.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var now = after.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        var left = old.Values.Where(resource => !now.Contains(resource.Urn)).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var kept = ImmutableArray.CreateBuilder<ResourcePair>();
        var formerParents = new Dictionary<string, ResourcePair>(StringComparer.Ordinal);
        var created = ImmutableArray.CreateBuilder<GraphResource>();
        foreach (var resource in after.Resources)
        {
            var parent = resource.Parent is null ? null : formerParents.GetValueOrDefault(resource.Parent);
            if ((old.GetValueOrDefault(resource.Urn) ?? Aliased(resource, parent, left)) is { } former)
            {
                var pair = new ResourcePair(former, resource);
                left.Remove(former.Urn);
                formerParents[resource.Urn] = pair;
                kept.Add(pair);
            }
            else
            {
                created.Add(resource);
            }
        }

        return new ResourceMatching(
            kept.ToImmutable(), created.ToImmutable(), [.. before.Resources.Where(resource => left.ContainsKey(resource.Urn)).Reverse()]);
    }

    private static GraphResource? Aliased(GraphResource resource, ResourcePair? parent, Dictionary<string, GraphResource> left) =>
        resource.Options.Aliases
            .SelectMany(alias => new[] { alias, WithName(resource.Urn, alias) })
            .Concat(Inherited(resource, parent))
            .Select(urn => left.GetValueOrDefault(urn))
            .FirstOrDefault(former => former is not null && former.Type == resource.Type);

    // Whoever is the child of a resource with an alias has one too: under the former parent's types, and with its name in front.
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

    // An alias that is only a name stands for the same parents and the same type.
    private static string WithName(string urn, string name) => $"{WithoutName(urn)}::{name}";

    private static string WithoutName(string urn) => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)];
}

/// <summary>A resource as it was and as it is.</summary>
internal sealed record ResourcePair(GraphResource Before, GraphResource After);
