using WorkoutLog.Contracts;
using WorkoutLog.Infra.Components;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Service;

/// <summary>Keys and indexes of the two tables.</summary>
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
        // DynamoDB counts a transaction as one request of its own operation. TransactGetItems is omitted to save the cost of an alarm
        // metric: it only follows a GetItem that found nothing.
        Operations = ["GetItem", "Query", "TransactWriteItems"],
        Settings = settings,
        Key = key,
    };

    public static WorkoutTableArgs Stats(TableSettings settings, CustomerKey? key) => new()
    {
        PartitionKey = StatsTableSchema.PartitionKey,
        SortKey = StatsTableSchema.SortKey,
        Operations = ["Query", "TransactWriteItems"],
        Settings = settings,
        Key = key,
    };
}
