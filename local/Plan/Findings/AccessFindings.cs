namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What the roles of the stack may do, and who may take them on.</summary>
internal static class AccessFindings
{
    private const int Shown = 4;

    public static IEnumerable<Finding> Of(GraphDifference difference) => difference.IsNewStack ? [] :
        difference.After.OfType(RoleType.Token).SelectMany(role => OfRole(difference, role));

    /// <summary>Some of many, on one line.</summary>
    public static string Several(IEnumerable<string> texts, string separator)
    {
        var all = texts.ToArray();
        return string.Join(separator, all.Take(Shown)) + (all.Length > Shown ? $"{separator}and {all.Length - Shown} more" : "");
    }

    private static IEnumerable<Finding> OfRole(GraphDifference difference, GraphResource role)
    {
        var former = difference.Kept.FirstOrDefault(pair => pair.After.Urn == role.Urn)?.Before;
        var more = Widening.Between(
            former is null ? [] : RightsOf(difference.Before, former), RightsOf(difference.After, role), isOfResource: false);
        if (more.Length > 0)
        {
            yield return Finding.Of(
                FindingKind.WidenedAccess, role, $"{(former is null ? "The new role" : "The role")} may {Several(Widening.Describe(more, isOfResource: false), "; ")}.");
        }

        if (former is null)
        {
            yield break;
        }

        var trust = Widening.Between(TrustOf(former), TrustOf(role), isOfResource: true);
        if (trust.Length > 0)
        {
            yield return Finding.Of(FindingKind.WidenedAccess, role, $"The role may be taken on by {Several(Widening.Describe(trust, isOfResource: true), "; ")}.");
        }

        if (role.Inputs.Texts("managedPolicyArns").Except(former.Inputs.Texts("managedPolicyArns")).ToArray() is { Length: > 0 } managed)
        {
            yield return Finding.Of(FindingKind.WidenedAccess, role, $"The role has all rights of {string.Join(", ", managed)}.");
        }

        if (former.Inputs.Text("permissionsBoundary") is { } boundary && role.Inputs.Text("permissionsBoundary") != boundary)
        {
            yield return Finding.Of(FindingKind.WidenedAccess, role, "The role's boundary is another one, or gone.");
        }
    }

    private static ImmutableArray<Grant> RightsOf(ResourceGraph graph, GraphResource role) =>
    [
        .. graph.OfType(RolePolicyType.Token)
            .Where(policy => policy.Inputs.Text("role") is { } name && (name == role.Outputs.Text("name") || name == role.Outputs.Text("id")))
            .Select(policy => policy.Inputs["policy"])
            .Concat(role.Inputs.Objects("inlinePolicies").Select(policy => policy["policy"]))
            .SelectMany(policy => Grant.Of(policy)),
    ];

    private static ImmutableArray<Grant> TrustOf(GraphResource role) => Grant.Of(role.Inputs["assumeRolePolicy"]);
}
