using System.Collections.Immutable;
using WorkoutLog.Local.Graph.Types;

namespace WorkoutLog.Local.Graph.Load;

/// <summary>What the workload asks of one table or index.</summary>
/// <param name="Table">The table's name in the account.</param>
/// <param name="Index">Null for the table itself.</param>
/// <param name="Label"><c>logs</c>, or <c>logs/byType</c> for an index.</param>
/// <param name="WriteUnitsPerLog">As billed.</param>
/// <param name="ReadUnitsPerRead">As billed, averaged over all reads of the workload.</param>
/// <param name="ItemBytesPerLog">What a log adds for ever, with DynamoDB's own share.</param>
internal sealed record CapacityDemand(
    string Table, string? Index, string Label, double WriteUnitsPerLog, double ReadUnitsPerRead, double ItemBytesPerLog)
{
    private const double BytesPerGigabyte = 1L << 30;
    private const double MonthsPerYear = 12;

    public double WritesPerMonth(Workload load) => load.LogsPerMonth * WriteUnitsPerLog;

    public double ReadsPerMonth(Workload load) => load.ReadsPerMonth * ReadUnitsPerRead;

    public double PeakWrites(Workload load) => load.PeakLogs * WriteUnitsPerLog;

    public double PeakReads(Workload load) => load.PeakReads * ReadUnitsPerRead;

    /// <summary>After <see cref="Assumptions.MonthsOfHistory"/>.</summary>
    public double Gigabytes(Workload load) => load.LogsPerMonth * Assumptions.MonthsOfHistory * ItemBytesPerLog / BytesPerGigabyte;

    /// <summary>Of all tables of a stack, each followed by its indexes.</summary>
    public static ImmutableArray<CapacityDemand> OfAll(ResourceGraph graph) => [.. graph.OfType(TableType.Token).SelectMany(Of)];

    /// <exception cref="UserErrorException">It is not known what a workload does with the table.</exception>
    public static IEnumerable<CapacityDemand> Of(GraphResource table)
    {
        var name = table.Outputs.Text("name")!;
        switch (table.Name)
        {
            case "logs":
                var keyed = Assumptions.KeyedShareOfLogs;
                yield return new(
                    name,
                    null,
                    table.Name,
                    RequestUnits.LogWrite + (keyed * RequestUnits.IdempotencyWrite),
                    (1 - Assumptions.StatsShareOfReads) * RequestUnits.ListRead,
                    Stored(Assumptions.LogItemBytes));
                foreach (var index in table.Inputs.Objects("globalSecondaryIndexes"))
                {
                    yield return new(
                        name, index.Text("name"), $"{table.Name}/{index.Text("name")}", RequestUnits.IndexWrite, 0, Stored(Assumptions.LogItemBytes));
                }

                break;
            case "stats":
                var rowsPerLog = MonthsPerYear / 365 / Assumptions.LogsPerUserAndDay;
                yield return new(
                    name,
                    null,
                    table.Name,
                    RequestUnits.RollupWrite,
                    Assumptions.StatsShareOfReads * RequestUnits.StatsRead,
                    rowsPerLog * Stored(Assumptions.MonthRowBytes));
                break;
            case var _ when Workload.IsOurs(table):
                throw new UserErrorException(
                    $"What a workload asks of the table '{table.Name}' is not known. Say it in local/Graph/Load/{nameof(CapacityDemand)}.cs.");
            // Of another program: a log is one item, a read one query.
            default:
                yield return new(name, null, table.Name, RequestUnits.IndexWrite, RequestUnits.ListRead, Stored(Assumptions.LogItemBytes));
                foreach (var index in table.Inputs.Objects("globalSecondaryIndexes"))
                {
                    yield return new(
                        name, index.Text("name"), $"{table.Name}/{index.Text("name")}", RequestUnits.IndexWrite, 0, Stored(Assumptions.LogItemBytes));
                }

                break;
        }
    }

    private static double Stored(int bytes) => bytes + Assumptions.StorageBytesPerItem;
}
