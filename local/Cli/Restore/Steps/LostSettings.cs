using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Restore.Steps;

/// <summary>What a restored table lacks, from the declaration of the table it was restored from.</summary>
internal static class LostSettings
{
    public static RestoreStep Of(RestoreRequest request) => new(
        "Give the restored tables what a restore leaves out",
        [
            "For way B; scratch tables that are deleted again need none of it.",
            "Point-in-time recovery of a restored table reaches back to this step and not further.",
            "Scaling, alarms, policies and the backup plan come in the step that takes the tables into service: pulumi up makes them for the new names. A scaling policy made by hand here would be in its way, as DynamoDB takes one for each metric.",
        ],
        Shell.Lines(request.Tables.SelectMany(Commands)))
    {
        Way = Way.Replace,
    };

    private static IEnumerable<string> Commands(DeclaredTable table)
    {
        var name = Shell.Restored(table.Name);
        if (table.PointInTimeRecovery)
        {
            yield return $"aws dynamodb update-continuous-backups --table-name {name} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true";
        }

        if (table.TimeToLive is { } attribute)
        {
            yield return $"aws dynamodb update-time-to-live --table-name {name} --time-to-live-specification Enabled=true,AttributeName={attribute}";
        }

        if (table.StreamView is { } view)
        {
            yield return $"aws dynamodb update-table --table-name {name} --stream-specification StreamEnabled=true,StreamViewType={view}";
            // A table takes the next change when it has carried out this one.
            yield return Waiting.ForTable(table);
        }

        if (table.DeletionProtection)
        {
            yield return $"aws dynamodb update-table --table-name {name} --deletion-protection-enabled";
            yield return Waiting.ForTable(table);
        }

        if (table.Tags.Count > 0)
        {
            var tags = new JsonArray([.. table.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
            yield return $"aws dynamodb tag-resource --resource-arn \"arn:aws:dynamodb:$AWS_REGION:$account:table/$restored_{table.Name}\" \\\n  --tags {Shell.Quote(tags.ToJsonString())}";
        }
    }
}
