using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

/// <summary>The keys of the two tables, in the names that the functions use.</summary>
public static class WorkoutTables
{
    /// <summary>The workouts of one user and type.</summary>
    public static WorkoutTableIndex ByType { get; } =
        new(LogsTableSchema.ByTypeIndex, LogsTableSchema.ByTypePartitionKey, LogsTableSchema.ByTypeSortKey);

    public static WorkoutTableArgs Logs(TableSettings settings, CustomerKey? key) => new()
    {
        PartitionKey = LogsTableSchema.PartitionKey,
        SortKey = LogsTableSchema.SortKey,
        Indexes = [ByType],
        TimeToLiveAttribute = LogsTableSchema.ExpiresAt,
        Settings = settings,
        Key = key,
    };

    public static WorkoutTableArgs Stats(TableSettings settings, CustomerKey? key) => new()
    {
        PartitionKey = StatsTableSchema.PartitionKey,
        SortKey = StatsTableSchema.SortKey,
        Settings = settings,
        Key = key,
    };
}
