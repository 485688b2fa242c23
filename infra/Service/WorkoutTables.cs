using WorkoutLog.Contracts;
using WorkoutLog.Infra.Components;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Service;

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
        // What the functions call; DynamoDB counts a transaction as one request of its own kind. TransactGetItems is left out, for each
        // alarm metric is paid: it only follows a GetItem that found nothing.
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
