namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <summary>What the policies say to a request.</summary>
public enum Decision
{
    ImplicitDeny,

    Allow,

    /// <summary>A statement denies it; no allowance counts against that.</summary>
    ExplicitDeny,
}

/// <summary>Decides as AWS does within one account: a denial anywhere wins, else one allowance is enough.</summary>
public static class PolicyEvaluation
{
    /// <param name="identityPolicies">The caller's own; like the resource's, one that <see cref="PolicyCheck"/> let in.</param>
    /// <param name="resourcePolicy">Of the resource; null where it has none.</param>
    public static Decision Decide(AccessRequest request, ImmutableArray<PolicyDocument> identityPolicies, PolicyDocument? resourcePolicy = null)
    {
        PolicyStatement[] own = [.. identityPolicies.SelectMany(policy => policy.Statement).Where(statement => Applies(statement, request))];
        PolicyStatement[] ofResource = [.. (resourcePolicy?.Statement ?? []).Where(statement => Applies(statement, request))];
        if (own.Any(IsDenial) || ofResource.Any(statement => IsDenial(statement) && IsAbout(statement, request)))
        {
            return Decision.ExplicitDeny;
        }

        // To allow the account means to leave it to the identity policies of the account; so it is no allowance of its own.
        return own.Length > 0 || ofResource.Any(statement => !IsDenial(statement) && request.IsNamedBy(statement.Principal))
            ? Decision.Allow
            : Decision.ImplicitDeny;
    }

    // Whether it is about this request, whoever makes it.
    private static bool Applies(PolicyStatement statement, AccessRequest request) =>
        statement.Action.Any(action => Wildcard.Matches(action, request.Action, ignoreCase: true))
        && statement.Resource.Any(resource => Wildcard.Matches(resource, request.Resource))
        && statement.Condition.All(condition => ConditionOperator.Holds(condition, request.Context));

    private static bool IsDenial(PolicyStatement statement) => statement.Effect == PolicyEffect.Deny;

    private static bool IsAbout(PolicyStatement statement, AccessRequest request) =>
        request.IsNamedBy(statement.Principal) || request.IsOfAccount(statement.Principal);
}
