namespace WorkoutLog.Infra.Settings;

/// <summary>Capacity and protection of the tables.</summary>
public sealed record TableSettings
{
    public required TableCapacity Capacity { get; init; }

    /// <summary>Point-in-time recovery within the last 35 days.</summary>
    public required bool PointInTimeRecovery { get; init; }

    /// <summary>Neither AWS nor Pulumi deletes or replaces the tables and their key.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>Daily backups in a vault of their own.</summary>
    public required bool Backups { get; init; }
}

/// <summary>
/// Capacity mode of a table and its indexes. Closed: one of the three nested types. A live table changes mode in this order only: on
/// demand, provisioned, autoscaled, on demand, because autoscaling must start from a capacity that an earlier update has set.
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

    /// <param name="Table">Range of the table, for reads and writes separately.</param>
    /// <param name="Index">Range of each index, for reads and writes separately.</param>
    public sealed record Autoscaled(CapacityRange Table, CapacityRange Index) : TableCapacity(Table.Min, Index.Min);
}

/// <param name="Min">Lowest capacity, in capacity units.</param>
/// <param name="Max">Highest capacity, in capacity units; not below <paramref name="Min"/>.</param>
/// <param name="TargetPercent">Target utilisation, 20 to 90, the range of Application Auto Scaling.</param>
public sealed record CapacityRange(int Min, int Max, int TargetPercent);

/// <summary>Values of the setting <c>capacity</c>, see <see cref="TableCapacity"/>.</summary>
public enum CapacityMode
{
    OnDemand,
    Provisioned,
    Autoscaled,
}
