using System.Collections.Immutable;

namespace WorkoutLog.Local.Plan.Access;

/// <summary>The smallest part of a policy: one principal, one action, one resource, one value of each condition.</summary>
/// <param name="Principal">In an identity policy everybody, as it is about whoever has it.</param>
/// <param name="Action">As it is written; IAM does not tell the cases apart.</param>
internal sealed record Grant(bool IsDenial, Pattern Principal, Pattern Action, Pattern Resource, ImmutableArray<GrantCondition> Conditions)
{
    /// <summary>Whether all that the other one is about, this one is about. What can't be told counts as not covered.</summary>
    public bool Covers(Grant other) =>
        Principal.Covers(other.Principal)
        && Action.InLowerCase().Covers(other.Action.InLowerCase())
        && Resource.Covers(other.Resource)
        && Conditions.All(condition => other.Conditions.Any(condition.Follows));

    /// <summary>Whether a request may be about both. What can't be told counts as yes.</summary>
    public bool Meets(Grant other) =>
        Principal.Meets(other.Principal)
        && Action.InLowerCase().Meets(other.Action.InLowerCase())
        && Resource.Meets(other.Resource)
        && !Conditions.Any(condition => other.Conditions.Any(condition.Excludes));
}
