using WorkoutLog.Local.Cost;

namespace WorkoutLog.Local.Scale;

/// <summary>A run as text and as JSON.</summary>
internal static class ScaleReport
{
    public static string[] Columns { get; } =
        ["table or index", "partition key", "partitions", "hottest key, second", "minute", "hottest partition, second", "minute"];

    public static void Write(ScaleRun run, IAnsiConsole console)
    {
        foreach (var line in Introduction(run))
        {
            console.WriteLine(line);
        }

        var table = Amounts.Table(Columns);
        foreach (var heat in run.Heat.Designs)
        {
            table.AddRow([.. Cells(heat).Select(cell => new Text(cell))]);
        }

        console.Write(table);
        console.WriteLine("Shares of a partition's limit of 1,000 write units per second; above 100 % it throttles.");
        console.WriteLine(TransactionSummary(run));
    }

    public static IEnumerable<string> Introduction(ScaleRun run) =>
    [
        $"{run.Load.LogsPerDay:N0} logs per day by {run.Tail.Users:N0} users, seed {run.Seed}; {run.Load.PeakLogs:N2} logs per second at the peak ({DailyCurve.Peak} times the daily mean).",
        $"A user's load falls with rank^-{run.Tail.Exponent:0.000}: the busiest 1 % of users make {Amounts.Percent(run.Tail.ShareOfFirst(run.Tail.Busiest))} of the logs, "
            + $"and {Amounts.Percent(run.Heat.Logs == 0 ? 0 : (double)run.Heat.LogsOfBusiest / run.Heat.Logs)} of the {run.Heat.Logs:N0} logs in the simulated minute; "
            + $"the busiest user makes {Amounts.Percent(run.Tail.ShareOf(1))}.",
    ];

    /// <summary>The cells of a design, in the order of <see cref="Columns"/>.</summary>
    public static IEnumerable<string> Cells(DesignHeat heat) =>
    [
        heat.Design.Owner, heat.Design.IsDeclared ? heat.Design.Name : $"{heat.Design.Name} (alternative)",
        heat.Partitions.ToString("N0", CultureInfo.InvariantCulture), Amounts.Percent(heat.KeySecond), Amounts.Percent(heat.KeyMinute),
        Amounts.Percent(heat.PartitionSecond), Amounts.Percent(heat.PartitionMinute),
    ];

    /// <summary>How often the transactions of the busiest user conflict.</summary>
    public static string TransactionSummary(ScaleRun run) =>
        $"The busiest user logs {run.BusiestUserLogs:N2} workouts per second, each a transaction of {Quotas.TransactionSeconds * 1000:0} ms on the same month's row: "
        + $"{Amounts.Quantity(run.BusiestUserLogs * Quotas.TransactionSeconds)} concurrent transactions. Above 1 they conflict and are retried.";

    /// <summary>One line of JSON; shares are of a partition's limit: 1 is the limit.</summary>
    public static string ToJson(ScaleRun run) => new JsonObject
    {
        ["stack"] = run.Stack,
        ["logsPerDay"] = run.Load.LogsPerDay,
        ["users"] = run.Tail.Users,
        ["seed"] = run.Seed,
        ["exponent"] = run.Tail.Exponent,
        ["busiestPercentShare"] = run.Tail.ShareOfFirst(run.Tail.Busiest),
        ["busiestUserShare"] = run.Tail.ShareOf(1),
        ["busiestUserLogsPerSecond"] = run.BusiestUserLogs,
        ["peakLogsPerSecond"] = run.Load.PeakLogs,
        ["logsOfMinute"] = run.Heat.Logs,
        ["logsOfBusiestPercent"] = run.Heat.LogsOfBusiest,
        ["designs"] = new JsonArray([.. run.Heat.Designs.Select(heat => new JsonObject
        {
            ["table"] = heat.Design.Owner,
            ["partitionKey"] = heat.Design.Name,
            ["ours"] = heat.Design.IsDeclared,
            ["partitions"] = heat.Partitions,
            ["hottestKeyOfSecond"] = heat.KeySecond,
            ["hottestKeyOfMinute"] = heat.KeyMinute,
            ["hottestPartitionOfSecond"] = heat.PartitionSecond,
            ["hottestPartitionOfMinute"] = heat.PartitionMinute,
        })]),
    }.ToJsonString();
}
