using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>What the calls of one request share: the time that is left, and what they used. Several may run at once.</summary>
public sealed class RequestScope(Deadline deadline)
{
    private readonly Lock _lock = new();

    public Deadline Deadline { get; } = deadline;

    /// <summary>DynamoDB read units.</summary>
    public double ReadUnits { get; private set; }

    /// <summary>DynamoDB write units.</summary>
    public double WriteUnits { get; private set; }

    /// <summary>Times that a write met another one of the same items.</summary>
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
