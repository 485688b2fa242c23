using System.Text.Json.Nodes;
using WorkoutLog.Local.Cost.Capacity;
using WorkoutLog.Local.Cost.Load;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cost.Billing;

/// <summary>A backup plan. Every backup of a DynamoDB table is a whole one, so each day that is kept is a copy of all data.</summary>
internal static class BackupUsage
{
    private const string Selection = "aws:backup/selection:Selection";

    /// <exception cref="UserErrorException">The plan has a rule that does not run daily and expire.</exception>
    public static IEnumerable<Usage> Of(GraphResource plan, ResourceGraph graph, Workload load)
    {
        var backedUp = graph.OfType(Selection)
            .Where(selection => selection.Inputs.Text("planId") == plan.Outputs.Text("id"))
            .SelectMany(selection => selection.Inputs["resources"]!.AsArray().Select(arn => arn!.GetValue<string>()))
            .ToHashSet(StringComparer.Ordinal);
        var gigabytes = graph.OfType(ResourceTypes.Table)
            .Where(table => backedUp.Contains(table.Outputs.Text("arn")!))
            .SelectMany(CapacityDemand.Of)
            .Where(demand => demand.Index is null)
            .Sum(demand => demand.Gigabytes(load));
        foreach (var rule in plan.Inputs.Objects("rules"))
        {
            var copies = IsDaily(rule.Text("schedule")!) ? (rule["lifecycle"] as JsonObject)?.Integer("deleteAfter") : null;
            yield return new(plan.Type, $"backups, {copies} daily copies", "backup", gigabytes * (copies ?? throw new UserErrorException(
                $"What the rule '{rule.Text("ruleName")}' of the backup plan '{plan.Name}' costs is not known: it must run daily and delete its backups.")));
        }
    }

    // cron(minute hour day month weekday year): a time of day, on any day.
    private static bool IsDaily(string schedule) =>
        schedule.Split('(', ')')[1].Split(' ') is [var minute, var hour, "*", "*", "?", "*"] && int.TryParse(minute, out _) && int.TryParse(hour, out _);
}
