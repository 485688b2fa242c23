namespace WorkoutLog.Contracts;

/// <summary>Key attributes of the table of month roll-ups; both are strings.</summary>
public static class StatsTableSchema
{
    public const string PartitionKey = "userId";

    /// <summary><c>yyyy-MM</c> of the local day.</summary>
    public const string SortKey = "month";
}
