using System.Collections.Immutable;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Plan.Output;

/// <summary>A component with what changes in it; the stack itself at the root.</summary>
/// <param name="Resource">Null for the stack.</param>
internal sealed record ChangeTree(GraphResource? Resource, ImmutableArray<ResourceChange> Changes, ImmutableArray<ChangeTree> Components)
{
    public static ChangeTree Of(GraphDifference difference)
    {
        // Under the names that they have now; what goes with its component stands under that.
        var components = difference.After.Resources.Concat(difference.Before.Resources)
            .Where(resource => resource.Component)
            .DistinctBy(resource => resource.Urn)
            .ToArray();
        return Of(null, difference.Changes.ToLookup(change => change.Resource.Parent), components);
    }

    private bool IsEmpty => Changes.IsEmpty && Components.IsEmpty;

    private static ChangeTree Of(GraphResource? component, ILookup<string?, ResourceChange> changes, GraphResource[] components) => new(
        component,
        [.. changes[component?.Urn]],
        [.. components.Where(child => child.Parent == component?.Urn).Select(child => Of(child, changes, components)).Where(child => !child.IsEmpty)]);
}
