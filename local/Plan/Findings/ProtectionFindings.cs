using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What keeps a resource from being deleted by mistake.</summary>
internal static class ProtectionFindings
{
    public static IEnumerable<Finding> Of(Comparison comparison) =>
        comparison.Changes.Where(change => change.Before is not null && change.After is not null).SelectMany(OfOne);

    private static IEnumerable<Finding> OfOne(ResourceChange change)
    {
        if (change.IsTurnedOff("deletionProtectionEnabled"))
        {
            yield return Finding.Of(FindingKind.ProtectionLoss, change.After!, "AWS no longer refuses to delete it.");
        }

        foreach (var option in change.Options.Where(option => option is { Name: "protect" or "retainOnDelete", After: "false" }))
        {
            yield return Finding.Of(
                FindingKind.ProtectionLoss,
                change.After!,
                option.Name == "protect" ? "Pulumi no longer refuses to delete or replace it." : "Pulumi deletes it at AWS when the program no longer has it.");
        }
    }
}
