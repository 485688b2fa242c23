namespace WorkoutLog.Infra.Settings;

/// <summary>What may differ between stacks in how tables are kept.</summary>
public sealed record TableSettings
{
    public required TableCapacity Capacity { get; init; }

    /// <summary>Restores to any second of the last 35 days.</summary>
    public required bool PointInTimeRecovery { get; init; }

    /// <summary>Neither AWS nor Pulumi deletes or replaces the tables and their key.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>Daily backups, kept apart from the tables.</summary>
    public required bool Backups { get; init; }
}

/// <summary>
/// How a table and its indexes get capacity. Closed: one of the three nested types. A live table goes through them in a circle,
/// on demand, provisioned, autoscaled, on demand: autoscaling may only take over a capacity that an earlier update has set.
/// </summary>
public abstract record TableCapacity
{
    private TableCapacity(int? tableUnits, int? indexUnits) => (TableUnits, IndexUnits) = (tableUnits, indexUnits);

    /// <summary>Read and write capacity that the program declares, in capacity units; null on demand.</summary>
    public int? TableUnits { get; }

    /// <inheritdoc cref="TableUnits"/>
    public int? IndexUnits { get; }

    public sealed record OnDemand() : TableCapacity(null, null);

    /// <param name="Table">Read and write capacity of the table, in capacity units.</param>
    /// <param name="Index">Read and write capacity of each index, in capacity units.</param>
    public sealed record Provisioned(int Table, int Index) : TableCapacity(Table, Index);

    /// <param name="Table">Reads and writes of the table, each for itself.</param>
    /// <param name="Index">Reads and writes of each index, each for itself.</param>
    public sealed record Autoscaled(CapacityRange Table, CapacityRange Index) : TableCapacity(Table.Min, Index.Min);
}

/// <param name="Min">Lowest capacity, in capacity units.</param>
/// <param name="Max">Highest capacity, in capacity units; not below <paramref name="Min"/>.</param>
/// <param name="TargetPercent">Share of the capacity that should be in use: 20 to 90, the range that Application Auto Scaling takes.</param>
public sealed record CapacityRange(int Min, int Max, int TargetPercent);

/// <summary>The words of the setting <c>capacity</c>; <see cref="TableCapacity"/> is what they become.</summary>
public enum CapacityMode
{
    OnDemand,
    Provisioned,
    Autoscaled,
}
