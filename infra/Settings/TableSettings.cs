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

/// <summary>How a table and its indexes get capacity. Closed: one of the two nested types.</summary>
public abstract record TableCapacity
{
    private TableCapacity()
    {
    }

    public sealed record OnDemand : TableCapacity;

    /// <param name="Table">Reads and writes of the table, each for itself.</param>
    /// <param name="Index">Reads and writes of each index, each for itself.</param>
    public sealed record Autoscaled(CapacityRange Table, CapacityRange Index) : TableCapacity;
}

/// <param name="Min">Lowest capacity, in capacity units.</param>
/// <param name="Max">Highest capacity, in capacity units; not below <paramref name="Min"/>.</param>
/// <param name="TargetPercent">Share of the capacity that should be in use: 20 to 90, the range that Application Auto Scaling takes.</param>
public sealed record CapacityRange(int Min, int Max, int TargetPercent);

/// <summary>The words of the setting <c>capacity</c>; <see cref="TableCapacity"/> is what they become.</summary>
public enum CapacityMode
{
    OnDemand,
    Autoscaled,
}
