namespace WorkoutLog.Local.Plan.Findings;

/// <summary>What is lost when a resource is deleted or replaced, and what prevents that.</summary>
internal static class RemovalFindings
{
    public static IEnumerable<Finding> Of(GraphDifference difference) =>
    [
        .. difference.Changes.Where(change => change.Removes).SelectMany(change => change.IsRetained
            ? [Finding.Of(FindingKind.Left, change.Before!, $"`pulumi up` leaves the {change.Before!.Noun()} in the account and no longer manages it (retainOnDelete).")]
            : Lost(difference, change).Concat(Blocked(change)).Concat(Interrupted(change))),
        .. difference.Changes.Where(change => change.Operation == Operation.Delete).SelectMany(change => Deleted(difference, change.Before!)),
        .. difference.Changes.Where(change => change.Operation == Operation.Delete).SelectMany(change => Renamed(difference, change.Before!)),
    ];

    private static Finding[] Lost(GraphDifference difference, ResourceChange change)
    {
        var old = change.Before!;
        var held = AwsResourceTypes.Find(old.Type)?.Replacement.Holds;
        var isTopicOfNobody = old.Type == TopicType.Token
            && !difference.Before.OfType(TopicSubscriptionType.Token).Any(subscription => subscription.Inputs.Text("topic") == old.Outputs.Text("arn"));
        if (held is null || isTopicOfNobody)
        {
            return [];
        }

        var deletes = old.Type == KeyType.Token
            ? $"schedules the deletion of the key in {old.Inputs.Number("deletionWindowInDays")?.Text() ?? "30"} days"
            : $"deletes the {old.Noun()}";
        var because = string.Join(", ", change.ReplacedBy.Select(property => property.Follows is { } cause ? $"{property.Path} follows {cause}" : $"{property.Path} changes"));
        // A bus holds no data, but without it consumers miss events.
        var isBus = old.Type == EventBusType.Token;
        var (deleted, replaced) = (isBus ? FindingKind.StreamLoss : FindingKind.DataLoss, isBus ? FindingKind.StreamLoss : FindingKind.StatefulReplacement);
        return
        [
            change switch
            {
                { Operation: Operation.Delete } => Finding.Of(deleted, old, $"`pulumi up` {deletes}, and with it {held}."),
                { DeletedFirst: true } => Finding.Of(
                    replaced, change.After!, $"`pulumi up` {deletes}, and with it {held}, then creates an empty one, because {because}."),
                _ => Finding.Of(
                    replaced, change.After!, $"`pulumi up` creates an empty one, then {deletes}, and with it {held}, because {because}."),
            },
        ];
    }

    private static IEnumerable<Finding> Blocked(ResourceChange change)
    {
        var old = change.Before!;
        // A replaced resource keeps its old settings until it is deleted; Pulumi's own protection may be removed in the same update.
        if (old.Options.Protect && (change.After?.Options.Protect ?? true))
        {
            yield return Finding.Of(
                FindingKind.Blocked, change.Resource, $"`pulumi up` fails here: the {old.Noun()} is protected. `pulumi state unprotect '{old.Urn}'` would allow it.");
        }

        if (old.Inputs.Flag("deletionProtectionEnabled"))
        {
            yield return Finding.Of(FindingKind.Blocked, change.Resource, $"AWS refuses to delete the {old.Noun()} while its deletion protection is on. Fix: turn it off in an earlier update.");
        }

        if (old.Type == BackupVaultType.Token && !old.Inputs.Flag("forceDestroy"))
        {
            yield return Finding.Of(FindingKind.Blocked, change.Resource, "AWS refuses to delete the backup vault while it holds backups.");
        }

        if (old.Type == EventBusType.Token)
        {
            yield return Finding.Of(FindingKind.Blocked, change.Resource, "AWS refuses to delete the event bus while it has rules, including those of other stacks.");
        }
    }

    // What clients of the API notice.
    private static Finding[] Interrupted(ResourceChange change)
    {
        var deleted = change.Operation == Operation.Delete;
        return change.Before!.Type switch
        {
            RestApiType.Token => [Finding.Of(FindingKind.Interruption, change.Resource, deleted ? "The API is deleted, with its address." : "The API's address changes; requests to the old one fail.")],
            StageType.Token or DomainNameType.Token or FunctionType.Token or LambdaAliasType.Token when deleted || change.DeletedFirst =>
                [Finding.Of(FindingKind.Interruption, change.Resource, $"The {change.Before.Noun()} is deleted{(deleted ? "" : " before the new one exists")}; calls to it fail{(deleted ? "" : " until then")}.")],
            _ => [],
        };
    }

    private static Finding[] Deleted(GraphDifference difference, GraphResource old) => old.Type switch
    {
        BackupPlanType.Token => [Finding.Of(FindingKind.RecoveryLoss, old, "No more backups are made.")],
        // A plan's selection is deleted with it; the plan reports that.
        BackupSelectionType.Token when !difference.ChangesOf(BackupPlanType.Token).Any(plan => plan.Operation == Operation.Delete) =>
            [Finding.Of(FindingKind.RecoveryLoss, old, "Nothing is selected for backup any more.")],
        WebAclAssociationType.Token when !difference.ChangesOf(old.Type).Any(other => other.Before is null && other.After!.Inputs.Word("resourceArn") == old.Inputs.Word("resourceArn")) =>
            [Finding.Of(FindingKind.PublicExposure, old, "The firewall no longer protects the API.")],
        MetricAlarmType.Token or CompositeAlarmType.Token => [Finding.Of(FindingKind.AlarmLost, old, "The alarm is deleted.")],
        ServiceLevelObjectiveType.Token => [Finding.Of(FindingKind.AlarmLost, old, "The objective is deleted.")],
        TopicSubscriptionType.Token => [Finding.Of(FindingKind.AlarmLost, old, $"{ValueText.Of(old.Inputs["endpoint"])} no longer receives alarms.")],
        PipeType.Token => [Finding.Of(FindingKind.StreamLoss, old, "Changes are no longer published as events; a pipe that is created later reaches back one day at most.")],
        DashboardType.Token => [Finding.Of(FindingKind.LogLost, old, "The dashboard is deleted.")],
        _ => [],
    };

    // A resource that was probably only renamed.
    private static IEnumerable<Finding> Renamed(GraphDifference difference, GraphResource old) =>
        from heir in difference.Changes
            .Where(change => change.Operation == Operation.Create && change.After!.Type == old.Type && AwsResourceTypes.Find(old.Type)?.Replacement.Holds is not null)
            .Select(change => change.After!)
            .Where(created => created.Parent == old.Parent || IsAlike(old, created))
            .Take(1)
        select Finding.Of(
            FindingKind.Rename, heir,
            $"It is created and {old.Name} is deleted. If it is the same {old.Noun()} under another name, keep it with the option Aliases = {{ new Alias {{ Urn = \"{old.Urn}\" }} }}.");

    // Tags name the component, which may have been renamed too.
    private static bool IsAlike(GraphResource deleted, GraphResource created) =>
        PropertyDifferences.Between(deleted.Inputs, created.Inputs).All(property => property.Path.Input == "tags");
}
