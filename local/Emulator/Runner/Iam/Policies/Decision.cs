using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <summary>What the policies say to a request.</summary>
public enum Decision
{
    /// <summary>Nothing allows it.</summary>
    ImplicitDeny,

    Allow,

    /// <summary>A statement denies it; no allowance counts against that.</summary>
    ExplicitDeny,
}

/// <summary>Decides as AWS does within one account: a denial anywhere wins, else one allowance is enough.</summary>
public static class PolicyEvaluation
{
    /// <param name="identityPolicies">The caller's own.</param>
    /// <param name="resourcePolicy">Of the resource; null where it has none.</param>
    public static Decision Decide(AccessRequest request, ImmutableArray<Policy> identityPolicies, Policy? resourcePolicy = null)
    {
        Statement[] own = [.. identityPolicies.SelectMany(policy => policy.Statements).Where(statement => statement.AppliesTo(request))];
        Statement[] ofResource = [.. (resourcePolicy?.Statements ?? []).Where(statement => statement.AppliesTo(request))];
        if (own.Any(IsDenial) || ofResource.Any(statement => IsDenial(statement) && IsAbout(statement, request)))
        {
            return Decision.ExplicitDeny;
        }

        // To allow the account means to leave it to the identity policies of the account; so it is no allowance of its own.
        return own.Length > 0 || ofResource.Any(statement => !IsDenial(statement) && request.IsNamedBy(statement.Principals))
            ? Decision.Allow
            : Decision.ImplicitDeny;
    }

    private static bool IsDenial(Statement statement) => statement.Effect == PolicyEffect.Deny;

    private static bool IsAbout(Statement statement, AccessRequest request) =>
        request.IsNamedBy(statement.Principals) || request.IsOfAccount(statement.Principals);
}
