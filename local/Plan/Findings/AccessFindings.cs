namespace WorkoutLog.Local.Plan.Findings;

/// <summary>The permissions of the stack's roles, and who may assume them.</summary>
internal static class AccessFindings
{
    private const int Shown = 4;

    public static IEnumerable<Finding> Of(GraphDifference difference) =>
    [
        .. difference.After.OfType(RoleType.Token).SelectMany(role => OfRole(difference, role)),
        .. difference.IsNewStack ? [] : difference.After.OfType(RolePolicyType.Token).SelectMany(policy => OfOutside(difference, policy)),
    ];

    /// <summary>The first few, on one line.</summary>
    public static string Several(IEnumerable<string> texts, string separator)
    {
        var all = texts.ToArray();
        return string.Join(separator, all.Take(Shown)) + (all.Length > Shown ? $"{separator}and {all.Length - Shown} more" : "");
    }

    private static IEnumerable<Finding> OfRole(GraphDifference difference, GraphResource role)
    {
        var former = Former(difference, role);
        var more = Widening.Between(
            former is null ? [] : RightsOf(difference.Before, former), RightsOf(difference.After, role), isOfResource: false);
        // A new stack's roles for services are expected; others are reported.
        if (more.Length > 0 && !difference.IsNewStack)
        {
            yield return Finding.Of(
                FindingKind.WidenedAccess, role, $"{(former is null ? "The new role" : "The role")} may {Several(Widening.Describe(more, isOfResource: false), "; ")}.");
        }

        var trust = Widening.Between(former is null ? [] : TrustOf(former), TrustOf(role), isOfResource: true)
            .Where(widening => !difference.IsNewStack || !widening.Grant.Principal.Text.StartsWith("Service:", StringComparison.Ordinal)).ToArray();
        if (trust.Length > 0)
        {
            yield return Finding.Of(FindingKind.WidenedAccess, role, $"{(former is null ? "The new role" : "The role")} may be assumed by {Several(Widening.Describe(trust, isOfResource: true), "; ")}.");
        }

        if (role.Inputs.Texts("managedPolicyArns").Except(former?.Inputs.Texts("managedPolicyArns") ?? []).ToArray() is { Length: > 0 } managed)
        {
            yield return Finding.Of(FindingKind.WidenedAccess, role, $"{(former is null ? "The new role" : "The role")} has all permissions of {string.Join(", ", managed)}.");
        }

        if ((former ?? difference.Before.OfType(RoleType.Token).FirstOrDefault())?.Inputs.Text("permissionsBoundary") is { } boundary && role.Inputs.Text("permissionsBoundary") != boundary)
        {
            yield return Finding.Of(FindingKind.WidenedAccess, role, "The role's permissions boundary is replaced or removed.");
        }
    }

    // A policy of a role outside the stack escapes this review otherwise.
    private static IEnumerable<Finding> OfOutside(GraphDifference difference, GraphResource policy)
    {
        var former = Former(difference, policy)?.Inputs is { } inputs && inputs.Word("role") == policy.Inputs.Word("role") ? inputs["policy"] : null;
        var more = difference.After.OfType(RoleType.Token).Any(role => IsOf(policy, role)) ? []
            : Widening.Between(Grant.Of(former), Grant.Of(policy.Inputs["policy"]), isOfResource: false);
        return more.Length == 0 ? []
            : [Finding.Of(FindingKind.WidenedAccess, policy, $"The role {policy.Inputs.Word("role")}, which is outside the stack, may {Several(Widening.Describe(more, isOfResource: false), "; ")}.")];
    }

    private static GraphResource? Former(GraphDifference difference, GraphResource resource) =>
        difference.Kept.FirstOrDefault(pair => pair.After.Urn == resource.Urn)?.Before;

    private static bool IsOf(GraphResource policy, GraphResource role) =>
        policy.Inputs.Text("role") is { } name && (name == role.Outputs.Text("name") || name == role.Outputs.Text("id"));

    private static ImmutableArray<Grant> RightsOf(ResourceGraph graph, GraphResource role) =>
    [
        .. graph.OfType(RolePolicyType.Token)
            .Where(policy => IsOf(policy, role))
            .Select(policy => policy.Inputs["policy"])
            .Concat(role.Inputs.Objects("inlinePolicies").Select(policy => policy["policy"]))
            .SelectMany(policy => Grant.Of(policy)),
    ];

    private static ImmutableArray<Grant> TrustOf(GraphResource role) => Grant.Of(role.Inputs["assumeRolePolicy"]);
}
