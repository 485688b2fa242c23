namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <summary>The decision of the policies on a request.</summary>
public enum Decision
{
    ImplicitDeny,
    Allow,

    /// <summary>A statement denies it, which overrides every Allow.</summary>
    ExplicitDeny,
}

/// <summary>Decides as AWS does within one account: an explicit deny wins, else one Allow is enough.</summary>
public static class PolicyEvaluation
{
    /// <param name="identityPolicies">The caller's policies; like the resource policy, checked by <see cref="PolicyCheck"/>.</param>
    /// <param name="resourcePolicy">Policy of the resource; null if it has none.</param>
    public static Decision Decide(AccessRequest request, ImmutableArray<PolicyDocument> identityPolicies, PolicyDocument? resourcePolicy = null)
    {
        PolicyStatement[] own = [.. identityPolicies.SelectMany(policy => policy.Statement).Where(statement => Applies(statement, request))];
        PolicyStatement[] ofResource = [.. (resourcePolicy?.Statement ?? []).Where(statement => Applies(statement, request))];
        if (own.Any(IsDenial) || ofResource.Any(statement => IsDenial(statement) && IsAbout(statement, request)))
        {
            return Decision.ExplicitDeny;
        }

        // Allowing the account delegates to the identity policies of the account, so by itself it allows nothing.
        return own.Length > 0 || ofResource.Any(statement => !IsDenial(statement) && request.IsNamedBy(statement.Principal))
            ? Decision.Allow
            : Decision.ImplicitDeny;
    }

    // Ignores the principal.
    private static bool Applies(PolicyStatement statement, AccessRequest request) =>
        statement.Action.Any(action => Wildcard.Matches(action, request.Action, ignoreCase: true))
        && statement.Resource.Any(resource => Wildcard.Matches(resource, request.Resource))
        && statement.Condition.All(condition => ConditionOperator.Holds(condition, request.Context));

    private static bool IsDenial(PolicyStatement statement) => statement.Effect == PolicyEffect.Deny;

    private static bool IsAbout(PolicyStatement statement, AccessRequest request) =>
        request.IsNamedBy(statement.Principal) || request.IsOfAccount(statement.Principal);
}

/// <summary>A request in the terms of policies.</summary>
/// <param name="Caller">ARNs of the caller: of the user, or of the session and its role. Empty for an unsigned request.</param>
/// <param name="Action"><c>dynamodb:PutItem</c>.</param>
/// <param name="Resource">ARN, or <c>*</c> for an action without a resource.</param>
/// <param name="Context">Values by condition key, case-insensitive.</param>
public sealed record AccessRequest(
    ImmutableArray<string> Caller, string Action, string Resource, ImmutableDictionary<string, string> Context)
{
    /// <summary>Whether one of the principals is this caller, or everyone.</summary>
    public bool IsNamedBy(ImmutableArray<PolicyPrincipal> principals) =>
        principals.Any(principal => principal.Name == PolicyPrincipal.Everybody.Name || Caller.Contains(principal.Name));

    /// <summary>Whether one of the principals is the account of the caller, as <c>…:root</c> or by its id.</summary>
    public bool IsOfAccount(ImmutableArray<PolicyPrincipal> principals) => Caller.Select(arn => arn.Split(':')[4]).Any(account =>
        principals.Any(principal => principal.Name == account || principal == PolicyPrincipal.Account(account)));
}
