using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What goes with a resource that is deleted or made anew, and what stands in the way of that.</summary>
internal static class LossFindings
{
    private const string Topic = "aws:sns/topic:Topic";
    private const string Subscription = "aws:sns/topicSubscription:TopicSubscription";
    private const string Vault = "aws:backup/vault:Vault";
    private const string Key = "aws:kms/key:Key";

    public static IEnumerable<Finding> Of(Comparison comparison) => comparison.Changes.Where(change => change.Removes).SelectMany(change => Of(comparison, change));

    private static IEnumerable<Finding> Of(Comparison comparison, ResourceChange change)
    {
        var old = change.Before!;
        if (change.IsRetained)
        {
            return [Finding.Of(FindingKind.Left, old, $"`pulumi up` leaves the {old.Noun()} in the account and forgets it (retainOnDelete).")];
        }

        return Holds(comparison, old) is { } held ? [Lost(change, held), .. Blocked(change)] : Blocked(change);
    }

    private static string? Holds(Comparison comparison, GraphResource resource)
    {
        var held = AwsResourceTypes.Find(resource.Type)?.Replacement.Holds;
        return resource.Type == Topic && !HasSubscriptions(comparison.Before, resource) ? null : held;
    }

    private static bool HasSubscriptions(ResourceGraph graph, GraphResource topic) =>
        graph.OfType(Subscription).Any(subscription => subscription.Inputs.Text("topic") == topic.Outputs.Text("arn"));

    private static Finding Lost(ResourceChange change, string held)
    {
        var old = change.Before!;
        var deletes = old.Type == Key ? $"schedules the deletion of the key in {old.Inputs.NumberAt("deletionWindowInDays")?.Text() ?? "30"} days" : $"deletes the {old.Noun()}";
        if (change.Operation == Operation.Delete)
        {
            return Finding.Of(FindingKind.DataLoss, old, $"`pulumi up` {deletes}, and with it {held}.");
        }

        var reason = string.Join(", ", change.ReplacedBy.Select(Reason));
        return Finding.Of(FindingKind.StatefulReplacement, change.After!, change.DeletedFirst
            ? $"`pulumi up` {deletes}, and with it {held}, then makes an empty one, because {reason}."
            : $"`pulumi up` makes an empty one, then {deletes}, and with it {held}, because {reason}.");
    }

    private static string Reason(PropertyChange property) => property.Follows is null
        ? $"{property.Path} changes"
        : $"{property.Path} follows {property.Follows}";

    private static IEnumerable<Finding> Blocked(ResourceChange change)
    {
        var old = change.Before!;
        // What is replaced keeps its old settings until it is deleted; Pulumi's own protection may go in the same update.
        if (old.Options.Protect && (change.After?.Options.Protect ?? true))
        {
            yield return Finding.Of(
                FindingKind.Blocked, change.Resource, $"`pulumi up` fails here: the {old.Noun()} is protected. `pulumi state unprotect '{old.Urn}'` would allow it.");
        }

        if (old.Inputs.IsTrue("deletionProtectionEnabled"))
        {
            yield return Finding.Of(FindingKind.Blocked, change.Resource, $"AWS refuses to delete the {old.Noun()} as long as its deletion protection is on; turn it off in an update before.");
        }

        if (old.Type == Vault && !old.Inputs.IsTrue("forceDestroy"))
        {
            yield return Finding.Of(FindingKind.Blocked, change.Resource, "AWS refuses to delete the backup vault as long as backups are in it.");
        }
    }
}
