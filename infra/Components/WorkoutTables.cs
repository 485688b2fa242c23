using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

/// <summary>The keys of the two tables, in the names that the functions use.</summary>
public static class WorkoutTables
{
    public static WorkoutTableArgs Logs(TableCapacity capacity) => new()
    {
        PartitionKey = LogsTableSchema.PartitionKey,
        SortKey = LogsTableSchema.SortKey,
        Indexes = [new WorkoutTableIndex(LogsTableSchema.ByTypeIndex, LogsTableSchema.ByTypePartitionKey, LogsTableSchema.ByTypeSortKey)],
        TimeToLiveAttribute = LogsTableSchema.ExpiresAt,
        Capacity = capacity,
    };

    public static WorkoutTableArgs Stats(TableCapacity capacity) => new()
    {
        PartitionKey = StatsTableSchema.PartitionKey,
        SortKey = StatsTableSchema.SortKey,
        Capacity = capacity,
    };
}
