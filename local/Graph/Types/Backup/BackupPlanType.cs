namespace WorkoutLog.Local.Graph.Types;

internal sealed class BackupPlanType() : AwsResourceType(
    Token, new Emulation.Unsupported("tables live in memory and end with the run"), new Replacement("name", "region") { NamedBy = "name" },
    new Charge.ByUsage(Copies))
{
    public const string Token = "aws:backup/plan:Plan";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.ShortId), ("arn", resource.Arn("backup", $"backup-plan:{resource.ShortId}")), ("version", resource.ShortId)];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        inputs.Objects("rules").Select(rule => $"{rule["ruleName"]} {rule["schedule"]}, kept {rule.Word("lifecycle", "deleteAfter")} days");

    // Every backup of a DynamoDB table is a full one, so each retained day is a copy of all data.
    private static IEnumerable<Usage> Copies(GraphResource plan, ResourceGraph graph, Workload load)
    {
        var backedUp = graph.OfType(BackupSelectionType.Token)
            .Where(selection => selection.Inputs.Text("planId") == plan.Outputs.Text("id"))
            .SelectMany(selection => selection.Inputs.Texts("resources"))
            .ToHashSet(StringComparer.Ordinal);
        var gigabytes = graph.OfType(TableType.Token)
            .Where(table => backedUp.Contains(table.Outputs.Text("arn")!))
            .SelectMany(Demand.Of(graph).CapacityOf)
            .Where(demand => demand.Index is null)
            .Sum(demand => demand.Gigabytes(load));
        foreach (var rule in plan.Inputs.Objects("rules"))
        {
            var copies = IsDaily(rule.Text("schedule")!) ? (int?)rule.Number("lifecycle", "deleteAfter") : null;
            yield return new(Token, $"backups, {copies} daily copies", "backup", gigabytes * (copies ?? throw new UserErrorException(
                $"The cost of the rule '{rule.Text("ruleName")}' of the backup plan '{plan.Name}' is unknown: it must run daily and delete its backups.")));
        }
    }

    // cron(minute hour day month weekday year): a time of day, on any day.
    private static bool IsDaily(string schedule) =>
        schedule.Split('(', ')')[1].Split(' ') is [var minute, var hour, "*", "*", "?", "*"] && int.TryParse(minute, out _) && int.TryParse(hour, out _);
}
