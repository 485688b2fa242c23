using WorkoutLog.Bench.Growth.Reads;
using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Growth.Report;

/// <summary>How the cost of calls scales with a user's history.</summary>
internal static class ReadTables
{
    private const string CapacityTitle =
        "Capacity of one call as DynamoDB Local counts it, in read units (w: write units, of which DynamoDB bills half in a transaction)";

    public static IReadOnlyList<ResultTable> Of(ReadGrowth growth) =>
    [
        Table("Through the API and the packaged functions, median / p99 in ms", growth, growth.ThroughApi, Figures.Of),
        Table("Storage alone, without API and function, median / p99 in ms", growth, growth.InProcess, Figures.Of),
        Table(CapacityTitle, growth, growth.Capacity, CellOf),
    ];

    private static ResultTable Table<T>(string title, ReadGrowth growth, IReadOnlyList<Series<T>> series, Func<T, string> cellOf)
    {
        var table = new ResultTable(title, ["logs", .. growth.Histories.Select(history => Figures.Of(history.Logs))]);
        table.Add(["months with logs", .. growth.Histories.Select(history => Figures.Of(history.Months))]);
        foreach (Series<T> one in series)
        {
            table.Add([one.Name, .. one.Values.Select(cellOf)]);
        }

        return table;
    }

    private static string CellOf(Units units) => units.Write > 0 ? $"{Figures.Of(units.Write)} w" : Figures.Of(units.Read);
}
