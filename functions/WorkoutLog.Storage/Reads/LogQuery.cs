using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.Storage.Reads;

/// <summary>Queries for the workouts of a user, and for no other items that lie beside them.</summary>
internal static class LogQuery
{
    /// <param name="type">Null for all types, from the table; others from the index, which follows the table within moments.</param>
    public static QueryRequest Of(string table, string userId, string? type, SortKeyRange keys)
    {
        string partitionKey = type is null ? LogsTableSchema.PartitionKey : LogsTableSchema.ByTypePartitionKey;
        return new QueryRequest
        {
            TableName = table,
            IndexName = type is null ? null : LogsTableSchema.ByTypeIndex,
            ConsistentRead = type is null,
            KeyConditionExpression = $"{partitionKey} = :partition AND {LogsTableSchema.SortKey} BETWEEN :low AND :high",
            ExpressionAttributeValues = new()
            {
                [":partition"] = type is null ? new() { S = userId } : LogItem.ByTypePartition(userId, type),
                [":low"] = new() { S = keys.Low },
                [":high"] = new() { S = keys.High },
            },
        };
    }

    /// <summary>Where a query goes on behind a workout, whether or not that is still there.</summary>
    public static Dictionary<string, AttributeValue> StartAfter(string userId, string? type, WorkoutId id)
    {
        var key = LogItem.Key(userId, id);
        if (type is not null)
        {
            key[LogsTableSchema.ByTypePartitionKey] = LogItem.ByTypePartition(userId, type);
        }

        return key;
    }
}
