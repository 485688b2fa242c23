namespace WorkoutLog.Contracts;

/// <summary>Attributes of the table of workouts; all keys are strings.</summary>
public static class LogsTableSchema
{
    public const string PartitionKey = "userId";

    /// <summary><c>yyyy-MM-ddTHH:mm:ss.ffffffZ#suffix</c>, UTC.</summary>
    public const string SortKey = "workoutTimestamp";

    /// <summary>Index of one user's workouts of one type; projects all attributes and has the table's sort key.</summary>
    public const string ByTypeIndex = "byType";

    /// <summary><c>userId#TYPE</c>: never the bare type, which would put all of its users on one partition.</summary>
    public const string ByTypePartitionKey = "userIdType";

    public const string ByTypeSortKey = SortKey;

    /// <summary>TTL, in seconds since 1970.</summary>
    public const string ExpiresAt = "expiresAt";

    public const string Type = "type";

    public const string Minutes = "minutes";

    public const string Calories = "calories";

    /// <summary>In kilometres.</summary>
    public const string Distance = "distance";

    public const string Notes = "notes";

    public const string ExternalId = "externalId";

    /// <summary>Minutes east of UTC; with the key's UTC it gives the local day.</summary>
    public const string UtcOffset = "utcOffset";
}

/// <summary>Key attributes of the table of roll-ups, which are strings, and what a reader may write there.</summary>
public static class StatsTableSchema
{
    public const string PartitionKey = "userId";

    /// <summary><c>yyyy-MM</c> of the local day; <c>:yyyy</c> for the seal over a year's past months.</summary>
    public const string SortKey = "month";

    /// <summary>Counts the writes of a row: one that did not see the last of them can be told.</summary>
    public const string Writes = "v";

    /// <summary>The sums of a year's past months, in binary.</summary>
    public const string Seal = "s";

    /// <summary>The attributes that setting a seal names.</summary>
    public static IReadOnlyList<string> SealAttributes { get; } = [PartitionKey, SortKey, Writes, Seal];
}
