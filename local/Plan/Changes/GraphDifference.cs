using System.Collections.Immutable;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;

namespace WorkoutLog.Local.Plan.Changes;

/// <summary>Everything that differs between two graphs of a stack.</summary>
/// <param name="Before">Speaks of resources by the names that they have now.</param>
/// <param name="Kept">Every resource that was there and is there, changed or not, components included.</param>
/// <param name="Changes">Components left out. What is made or changed in the order of registration, then what is deleted.</param>
internal sealed record GraphDifference(
    ResourceGraph Before, ResourceGraph After, ImmutableArray<ResourcePair> Kept, ImmutableArray<ResourceChange> Changes)
{
    /// <exception cref="UserErrorException">A resource is of a type of which nothing is known.</exception>
    public static GraphDifference Between(ResourceGraph before, ResourceGraph after)
    {
        var named = CarriedNames.Apply(before, after);
        var matching = ResourceMatching.Of(named, after);
        var changes = matching.Kept
            .Where(pair => !pair.After.Component)
            .Select(pair => Compare(pair, Replacements.Of(pair.After.Type)))
            .Concat(matching.Created.Where(resource => !resource.Component).Select(ResourceChange.Create))
            .ToDictionary(change => change.After!.Urn, StringComparer.Ordinal);
        Cascade.Follow(changes, after);
        return new GraphDifference(
            named,
            after,
            matching.Kept,
            [
                .. after.Resources
                    .Where(resource => !resource.Component)
                    .Select(resource => changes[resource.Urn])
                    .Where(Differs),
                .. matching.Deleted.Where(resource => !resource.Component).Select(ResourceChange.Delete),
            ]);
    }

    /// <summary>What a change of some properties comes to.</summary>
    public static ResourceChange Judge(ResourceChange change, ImmutableArray<PropertyChange> properties, Replacement rule)
    {
        ImmutableArray<PropertyChange> forcing = [.. properties.Where(rule.IsReplacedBy)];
        return change with
        {
            Operation = forcing.Length > 0 ? Operation.Replace : properties.Length > 0 ? Operation.Update : Operation.Record,
            Properties = properties,
            ReplacedBy = forcing,
            DeletedFirst = forcing.Length > 0 && (change.After!.Options.DeleteBeforeReplace || rule.IsDeletedFirst(change.After.Inputs)),
        };
    }

    private static ResourceChange Compare(ResourcePair pair, Replacement rule)
    {
        var inputs = IgnoredChanges.Apply(pair.Before.Inputs, pair.After.Inputs, pair.After.Options.IgnoreChanges);
        var change = new ResourceChange(
            Operation.Record, pair.Before, pair.After, [], OptionChange.Between(pair.Before.Options, pair.After.Options), [], DeletedFirst: false);
        return Judge(change, PropertyDifferences.Between(pair.Before.Inputs, inputs), rule);
    }

    private static bool Differs(ResourceChange change) => change.Operation != Operation.Record || change.Options.Length > 0 || change.IsRenamed;
}
