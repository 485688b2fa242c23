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

/// <summary>What somebody wants to do, in the words of policies.</summary>
/// <param name="Caller">ARNs that name the caller: of the user, or of the session and of its role. Empty for whoever did not sign.</param>
/// <param name="Action"><c>dynamodb:PutItem</c>.</param>
/// <param name="Resource">ARN, or <c>*</c> for an action that is about no resource.</param>
/// <param name="Context">Condition key, in any case, to its value.</param>
public sealed record AccessRequest(
    ImmutableArray<string> Caller, string Action, string Resource, ImmutableDictionary<string, string> Context)
{
    /// <summary>Whether one of the principals is this very caller, or everybody.</summary>
    public bool IsNamedBy(ImmutableArray<PolicyPrincipal> principals) =>
        principals.Any(principal => principal.Name == PolicyPrincipal.Everybody.Name || Caller.Contains(principal.Name));

    /// <summary>Whether one of the principals is the account of the caller, as <c>…:root</c> or by its number.</summary>
    public bool IsOfAccount(ImmutableArray<PolicyPrincipal> principals) => Caller.Select(arn => arn.Split(':')[4]).Any(account =>
        principals.Any(principal => principal.Name == account || principal == PolicyPrincipal.Account(account)));
}
