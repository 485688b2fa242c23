namespace WorkoutLog.Contracts;

/// <summary>Attributes of the table of workouts; all keys are strings.</summary>
public static class LogsTableSchema
{
    public const string PartitionKey = "userId";

    /// <summary><c>yyyy-MM-ddTHH:mm:ss.ffffffZ#suffix</c>, UTC.</summary>
    public const string SortKey = "workoutTimestamp";

    /// <summary>Index of one user's workouts of one type; projects all attributes and has the table's sort key.</summary>
    public const string ByTypeIndex = "byType";

    /// <summary><c>userId#TYPE</c>: not the bare type, which would put all users on one partition.</summary>
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

/// <summary>Attributes of the table of roll-ups: the keys, which are strings, and those that a reader may write.</summary>
public static class StatsTableSchema
{
    public const string PartitionKey = "userId";

    /// <summary><c>yyyy-MM</c> of the local day; <c>:yyyy</c> for the seal over a year's past months.</summary>
    public const string SortKey = "month";

    /// <summary>Counts the writes of a row, to detect a writer that missed one.</summary>
    public const string Writes = "v";

    /// <summary>Binary: the sums of a year's past months.</summary>
    public const string Seal = "s";

    /// <summary>The attributes in the update that sets a seal.</summary>
    public static IReadOnlyList<string> SealAttributes { get; } = [PartitionKey, SortKey, Writes, Seal];
}
