namespace WorkoutLog.Infra.Settings;

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
