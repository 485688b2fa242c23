using System.Collections.Immutable;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Every check there is.</summary>
internal static class FindingChecks
{
    private static readonly ImmutableArray<Func<Comparison, IEnumerable<Finding>>> _checks =
    [
        LossFindings.Of, RecoveryFindings.Of, ProtectionFindings.Of, TableFindings.Of, AccessFindings.Of, ResourcePolicyFindings.Of,
        ExposureFindings.Of, FirewallFindings.Of, EncryptionFindings.Of, RenameFindings.Of, AlarmFindings.Of, LogFindings.Of,
        ApiFindings.Of, FunctionFindings.Of,
    ];

    /// <summary>One finding for each kind and resource: the gravest first, then in the order of the resources.</summary>
    public static ImmutableArray<Finding> Of(Comparison comparison)
    {
        var places = comparison.After.Resources.Concat(comparison.Before.Resources)
            .Select(resource => resource.Urn)
            .Distinct()
            .Index()
            .ToDictionary(resource => resource.Item, resource => resource.Index, StringComparer.Ordinal);
        return
        [
            .. _checks
                .SelectMany(check => check(comparison))
                .GroupBy(finding => (finding.Kind, finding.Urn))
                .Select(alike => alike.First() with { What = string.Join(' ', alike.Select(finding => finding.What).Distinct()) })
                .OrderBy(finding => FindingKind.All.IndexOf(finding.Kind))
                .ThenBy(finding => places[finding.Urn!]),
        ];
    }
}
