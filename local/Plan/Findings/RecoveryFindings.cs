using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What data can be restored from.</summary>
internal static class RecoveryFindings
{
    private const string Plan = "aws:backup/plan:Plan";
    private const string Selection = "aws:backup/selection:Selection";

    public static IEnumerable<Finding> Of(Comparison comparison) =>
    [
        .. comparison.ChangedOf(TableType.Token).SelectMany(OfTable),
        .. comparison.ChangesOf(Plan).SelectMany(OfPlan),
        .. comparison.ChangesOf(Selection).SelectMany(change => OfSelection(comparison, change)),
    ];

    private static IEnumerable<Finding> OfTable(ResourceChange change)
    {
        if (change.IsTurnedOff("pointInTimeRecovery", "enabled"))
        {
            yield return Finding.Of(
                FindingKind.RecoveryLoss, change.After!, "Point-in-time recovery is turned off, and what it kept of the last days is deleted at once.");
        }
        else if (change.After!.Inputs.NumberAt("pointInTimeRecovery", "recoveryPeriodInDays") is { } days
            && days < (change.Before!.Inputs.NumberAt("pointInTimeRecovery", "recoveryPeriodInDays") ?? 35))
        {
            yield return Finding.Of(FindingKind.RecoveryLoss, change.After, $"Point-in-time recovery reaches back {days.Text()} days only.");
        }
    }

    private static IEnumerable<Finding> OfPlan(ResourceChange change)
    {
        if (change.After is null)
        {
            return [Finding.Of(FindingKind.RecoveryLoss, change.Before!, "No more backups are made.")];
        }

        return change.Before is null ? [] : Rules(change.Before.Inputs).SelectMany(old => OfRule(change, old, Rules(change.After.Inputs)));
    }

    private static IEnumerable<Finding> OfRule(ResourceChange change, JsonObject old, IEnumerable<JsonObject> rules)
    {
        var name = $"{old["ruleName"]}";
        if (rules.FirstOrDefault(rule => $"{rule["ruleName"]}" == name) is not { } now)
        {
            yield return Finding.Of(FindingKind.RecoveryLoss, change.After!, $"The rule {ValueText.OfText(name)} goes: no more backups are made by it.");
            yield break;
        }

        // Without a lifecycle they are kept for ever.
        var (kept, keeps) = (old.NumberAt("lifecycle", "deleteAfter") ?? double.PositiveInfinity, now.NumberAt("lifecycle", "deleteAfter") ?? double.PositiveInfinity);
        if (keeps < kept)
        {
            yield return Finding.Of(
                FindingKind.RecoveryLoss,
                change.After!,
                $"Backups of the rule {ValueText.OfText(name)} are kept {keeps.Text()} days instead of {(double.IsInfinity(kept) ? "for ever" : kept.Text())}.");
        }

        if (old.IsTrue("enableContinuousBackup") && !now.IsTrue("enableContinuousBackup"))
        {
            yield return Finding.Of(FindingKind.RecoveryLoss, change.After!, $"The rule {ValueText.OfText(name)} no longer backs up continuously.");
        }
    }

    private static IEnumerable<Finding> OfSelection(Comparison comparison, ResourceChange change)
    {
        if (change.After is null)
        {
            // With the plan goes its selection; that is told of the plan.
            return comparison.ChangesOf(Plan).Any(plan => plan.Operation == Operation.Delete)
                ? []
                : [Finding.Of(FindingKind.RecoveryLoss, change.Before!, "Nothing is selected for backups any more.")];
        }

        return change.Before is null || change.Lost("resources").ToArray() is not { Length: > 0 } lost
            ? []
            : [Finding.Of(FindingKind.RecoveryLoss, change.After, $"No more backups are made of {string.Join(", ", lost.Select(ValueText.OfText))}.")];
    }

    private static IEnumerable<JsonObject> Rules(JsonObject inputs) => inputs.Objects("rules");
}
