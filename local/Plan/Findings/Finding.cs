namespace WorkoutLog.Local.Plan.Findings;

/// <summary>One thing that a reviewer should know about a change.</summary>
/// <param name="Resource">The resource's logical name; the stack's name for a finding about the whole stack.</param>
/// <param name="Urn">The resource's URN; null for the stack.</param>
/// <param name="What">One sentence: what <c>pulumi up</c> does, or would.</param>
internal sealed record Finding(FindingKind Kind, string Resource, string? Urn, string What)
{
    public static Finding Of(FindingKind kind, GraphResource resource, string what) => new(kind, resource.Name, resource.Urn, what);
}

internal static class FindingChecks
{
    private static readonly ImmutableArray<Func<GraphDifference, IEnumerable<Finding>>> _checks =
    [
        RemovalFindings.Of, AccessFindings.Of, OutsideFindings.Of, ResourcePolicyFindings.Of, ApiFindings.Of, EventFindings.Of, SettingFindings.Of, CapacityFindings.Of, FunctionFindings.Of,
    ];

    /// <summary>One finding for each kind and resource: most severe first, then in the order of the resources.</summary>
    public static ImmutableArray<Finding> Of(GraphDifference difference)
    {
        var places = difference.After.Resources.Concat(difference.Before.Resources)
            .Select(resource => resource.Urn)
            .Distinct()
            .Index()
            .ToDictionary(resource => resource.Item, resource => resource.Index, StringComparer.Ordinal);
        return
        [
            .. _checks
                .SelectMany(check => check(difference))
                .GroupBy(finding => (finding.Kind, finding.Urn))
                .Select(alike => alike.First() with { What = string.Join(' ', alike.Select(finding => finding.What).Distinct()) })
                .OrderBy(finding => FindingKind.All.IndexOf(finding.Kind))
                .ThenBy(finding => places[finding.Urn!]),
        ];
    }
}
