using WorkoutLog.Local.Cost;

namespace WorkoutLog.Local.Scale;

/// <summary>A run for people and for machines.</summary>
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
        console.WriteLine("Shares of the 1,000 write units that one partition takes in a second; above 100 % it throttles.");
        console.WriteLine(OfTransactions(run));
    }

    public static IEnumerable<string> Introduction(ScaleRun run) =>
    [
        $"{run.Load.LogsPerDay:N0} logs a day by {run.Tail.Users:N0} users, seed {run.Seed}; at the peak (×{DailyCurve.Peak}) {run.Load.PeakLogs:N2} logs a second.",
        $"A user's load falls with rank^-{run.Tail.Exponent:0.000}: the busiest 1 % make {Amounts.Percent(run.Tail.ShareOfFirst(run.Tail.Busiest))}, "
            + $"and made {Amounts.Percent(run.Heat.Logs == 0 ? 0 : (double)run.Heat.LogsOfBusiest / run.Heat.Logs)} of the {run.Heat.Logs:N0} logs of the simulated minute; "
            + $"the busiest user makes {Amounts.Percent(run.Tail.ShareOf(1))}.",
    ];

    /// <summary>A design, beginning with the table.</summary>
    public static IEnumerable<string> Cells(DesignHeat heat) =>
    [
        heat.Design.Owner, heat.Design.IsOurs ? heat.Design.Name : $"{heat.Design.Name} (not ours)",
        heat.Partitions.ToString("N0", CultureInfo.InvariantCulture), Amounts.Percent(heat.KeySecond), Amounts.Percent(heat.KeyMinute),
        Amounts.Percent(heat.PartitionSecond), Amounts.Percent(heat.PartitionMinute),
    ];

    /// <summary>How often the busiest user meets himself.</summary>
    public static string OfTransactions(ScaleRun run) =>
        $"The busiest user logs {run.BusiestUserLogs:N2} times a second, each a transaction of {Quotas.TransactionSeconds * 1000:0} ms on his month's row: "
        + $"{Amounts.Quantity(run.BusiestUserLogs * Quotas.TransactionSeconds)} at once, where above 1 they keep failing and being tried again.";

    /// <summary>One line; shares of a partition's limit, 1 is the limit.</summary>
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
            ["ours"] = heat.Design.IsOurs,
            ["partitions"] = heat.Partitions,
            ["hottestKeyOfSecond"] = heat.KeySecond,
            ["hottestKeyOfMinute"] = heat.KeyMinute,
            ["hottestPartitionOfSecond"] = heat.PartitionSecond,
            ["hottestPartitionOfMinute"] = heat.PartitionMinute,
        })]),
    }.ToJsonString();
}
