namespace WorkoutLog.Local.Restore.Steps;

/// <summary>Way B: the restored tables take the place of those in service.</summary>
internal static class Replacement
{
    public static RestoreStep Mend() => new(
        "B. Make the statistics the sums over the workouts",
        [
            "For every user of the restored workouts, before anybody reads them. From the vault or with one table alone it is what makes the two fit; after a restore of both to one second it may be left out where the verification found nothing.",
            "It reads all workouts: raise the capacity of provisioned tables for it (aws dynamodb update-table --provisioned-throughput); scaling brings it back.",
        ],
        """
        aws dynamodb scan --table-name "$restored_logs" --projection-expression userId --output json | jq -r '.Items[].userId.S' | sort -u >all-users.txt
        while read -r user; do
          ./workout repair --user "$user" --stack "$stack" --aws --logs-table "$restored_logs" --stats-table "$restored_stats" --no-metric --mend </dev/null
        done <all-users.txt
        """)
    {
        Way = Way.Replace,
    };

    public static RestoreStep EditState(RestoreRequest request) => new(
        "B. Let Pulumi take the restored tables for its own",
        [
            "The tables' resources keep their URN, their protection and their generated name as a default; only the name in the state changes. pulumi import can't do this: an imported name is not a default, so the next update would replace the table.",
            "before-restore.json is the way back; keep it. diff shows what changes: names, ids and ARNs of the tables and nothing else.",
        ],
        """
        pulumi stack export --stack "$stack" --file before-restore.json
        jq --arg logs "$logs" --arg restored_logs "$restored_logs" --arg stats "$stats" --arg restored_stats "$restored_stats" '
          def renamed: split($logs) | join($restored_logs) | split($stats) | join($restored_stats);
          .deployment.resources |= map(if .type == "aws:dynamodb/table:Table"
            then (.id, .inputs, .outputs) |= walk(if type == "string" then renamed else . end) else . end)' before-restore.json >after-restore.json
        diff <(jq -S . before-restore.json) <(jq -S . after-restore.json)
        pulumi stack import --stack "$stack" --file after-restore.json
        """
        + $"\npulumi refresh --stack \"$stack\" --skip-preview --yes{string.Concat(request.Tables.Select(table => $" \\\n  --target {Shell.Literal(table.Urn)}"))}")
    {
        Way = Way.Replace,
    };

    public static RestoreStep Update(RestoreRequest request) => new(
        "B. Bring everything else to the new names",
        [
            "preview must not replace, create or delete a table: stop if it does. What names the tables changes with them:",
            .. Counted(request),
            "A pinned version of a function keeps the table names with which it was published, so the pins go first.",
            "Until the alias names the new versions, some reads are answered 5xx: a minute or two.",
        ],
        """
        pulumi config rm processWorkoutStableVersion --stack "$stack"
        pulumi config rm queryWorkoutsStableVersion --stack "$stack"
        pulumi preview --stack "$stack" --diff
        pulumi up --stack "$stack"
        """
        + "\n" + Shell.Lines(request.Tables.Select(table =>
            $"aws application-autoscaling describe-scaling-policies --service-namespace dynamodb --resource-id \"table/$restored_{table.Name}\" --query 'ScalingPolicies[].PolicyName'")))
    {
        Way = Way.Replace,
    };

    public static RestoreStep Afterwards(RestoreRequest request) => new(
        "B. Keep the old tables, then delete them",
        [
            "They are the only way to a second before the restore, and the only evidence. Pulumi knows nothing of them any more.",
            "What was written after the second, and is good, is in them: step A puts it back, with logs and restored_logs swapped and its users in users.txt.",
            "Back to them: read -r logs restored_logs stats restored_stats <<<\"$restored_logs $logs $restored_stats $stats\", then the two steps before the verification again, on a fresh export.",
            "After 35 days:",
        ],
        Shell.Lines(request.Tables.SelectMany(table => new[]
        {
            Shell.UnlessSame(table.Name, $"aws dynamodb update-table --table-name {Shell.Live(table.Name)} --no-deletion-protection-enabled"),
            Shell.UnlessSame(table.Name, $"aws dynamodb delete-table --table-name {Shell.Live(table.Name)}"),
        })))
    {
        Way = Way.Replace,
    };

    private static IEnumerable<string> Counted(RestoreRequest request) =>
        request.Tables.SelectMany(table => table.Dependents).Distinct()
            .CountBy(dependent => dependent.Type)
            .OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => $"  {type.Value} {type.Key}");
}
