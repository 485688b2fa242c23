using System.Collections.Immutable;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <summary>One statement of a policy.</summary>
/// <param name="Principals">Whom a statement of a resource's policy is about; empty in an identity policy.</param>
/// <param name="Actions">With wildcards, in any case.</param>
/// <param name="Resources">ARNs with wildcards.</param>
/// <param name="Conditions">All must hold.</param>
public sealed record Statement(
    PolicyEffect Effect,
    ImmutableArray<string> Principals,
    ImmutableArray<string> Actions,
    ImmutableArray<string> Resources,
    ImmutableArray<Condition> Conditions)
{
    /// <summary>Whether it is about this request, whoever makes it.</summary>
    public bool AppliesTo(AccessRequest request) =>
        Actions.Any(action => Wildcard.Matches(action, request.Action, ignoreCase: true))
        && Resources.Any(resource => Wildcard.Matches(resource, request.Resource))
        && Conditions.All(condition => condition.Holds(request.Context));
}

public enum PolicyEffect
{
    Allow,
    Deny,
}
