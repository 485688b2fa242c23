using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What decides how long a table's items live, and who hears of their changes.</summary>
internal static class TableFindings
{
    public static IEnumerable<Finding> Of(Comparison comparison) => comparison.ChangedOf(TableType.Token).SelectMany(OfTable);

    private static IEnumerable<Finding> OfTable(ResourceChange change)
    {
        var (before, after) = (change.Before!.Inputs, change.After!.Inputs);
        var (attribute, wasOn, isOn) = ($"{after.At("ttl", "attributeName")}", before.IsTrue("ttl", "enabled"), after.IsTrue("ttl", "enabled"));
        if (isOn && (!wasOn || $"{before.At("ttl", "attributeName")}" != attribute))
        {
            yield return Finding.Of(
                FindingKind.ExpiryChange,
                change.After,
                $"DynamoDB deletes each item whose attribute {ValueText.OfText(attribute)} is a time in the past"
                    + (wasOn ? $"; it went by {ValueText.OfText($"{before.At("ttl", "attributeName")}")}." : "; until now it deleted none."));
        }

        if (change.IsTurnedOff("streamEnabled"))
        {
            yield return Finding.Of(FindingKind.StreamLoss, change.After, "The stream is turned off: its readers hear of no more changes, and one that is turned on later has another ARN.");
        }
        else if (before.IsTrue("streamEnabled") && $"{before["streamViewType"]}" != $"{after["streamViewType"]}")
        {
            yield return Finding.Of(
                FindingKind.StreamLoss,
                change.After,
                $"The stream tells {ValueText.Of(after["streamViewType"])} instead of {ValueText.Of(before["streamViewType"])}: DynamoDB ends it and begins another, with another ARN.");
        }
    }
}
