namespace WorkoutLog.Local.Graph.Load;

/// <summary>The number of partitions of a table or an index. A table's stream has as many open shards.</summary>
internal static class TablePartitions
{
    /// <summary>Write units per second of one partition, and so of one key.</summary>
    public const double WriteUnits = 1_000;

    private const double Gigabytes = 10;

    // An on-demand table is provisioned for twice its highest load so far.
    private const double Headroom = 2;

    /// <param name="gigabytes">In all partitions together.</param>
    /// <param name="peakUnits">Write units in the busiest second.</param>
    public static int Of(double gigabytes, double peakUnits) =>
        (int)Math.Max(1, Math.Max(Math.Ceiling(gigabytes / Gigabytes), Math.Ceiling(Headroom * peakUnits / WriteUnits)));

    /// <summary>Of a table, without its indexes.</summary>
    public static int Of(GraphResource table, ResourceGraph graph, Workload load)
    {
        var demand = Demand.Of(graph).CapacityOf(table).First();
        return Of(demand.Gigabytes(load), load.PeakLogs * demand.WriteUnitsPerLog);
    }
}
