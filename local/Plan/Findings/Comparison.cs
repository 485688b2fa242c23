using System.Collections.Immutable;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What the checks look at.</summary>
/// <param name="IsNewStack">There is nothing to compare with: the stack is made for the first time.</param>
internal sealed record Comparison(GraphDifference Difference, bool IsNewStack)
{
    public ResourceGraph Before => Difference.Before;

    public ResourceGraph After => Difference.After;

    public ImmutableArray<ResourceChange> Changes => Difference.Changes;

    public IEnumerable<ResourceChange> ChangesOf(string type) => Changes.Where(change => change.Resource.Type == type);

    /// <summary>Of resources that were there and are there.</summary>
    public IEnumerable<ResourceChange> ChangedOf(string type) => ChangesOf(type).Where(change => change.Before is not null && change.After is not null);
}
