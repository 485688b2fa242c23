using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Shared by the calls of one request: the remaining time, and the units used. Safe for concurrent calls.</summary>
public sealed class RequestScope(Deadline deadline)
{
    private readonly Lock _lock = new();

    public Deadline Deadline { get; } = deadline;

    /// <summary>DynamoDB read units.</summary>
    public double ReadUnits { get; private set; }

    /// <summary>DynamoDB write units.</summary>
    public double WriteUnits { get; private set; }

    /// <summary>Write conflicts on the same items.</summary>
    public int Conflicts { get; private set; }

    internal void CountReads(double units)
    {
        lock (_lock)
        {
            ReadUnits += units;
        }
    }

    internal void CountWrites(double units)
    {
        lock (_lock)
        {
            WriteUnits += units;
        }
    }

    internal void CountConflict()
    {
        lock (_lock)
        {
            Conflicts++;
        }
    }
}
