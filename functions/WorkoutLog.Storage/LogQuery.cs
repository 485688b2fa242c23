using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;

namespace WorkoutLog.Storage;

/// <summary>Queries for a user's workouts, excluding other items.</summary>
internal static class LogQuery
{
    /// <param name="type">Null reads all types from the table; a type is read from the index, which is eventually consistent.</param>
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

    /// <summary>The start key of a query after a workout, whether or not it still exists.</summary>
    public static Dictionary<string, AttributeValue> StartAfter(string userId, string? type, WorkoutId id)
    {
        var key = LogItem.Key(userId, id);
        if (type is not null)
        {
            key[LogsTableSchema.ByTypePartitionKey] = LogItem.ByTypePartition(userId, type);
        }

        return key;
    }

    /// <summary>The last workout that a query examined; null if it reached the end of the range.</summary>
    public static WorkoutId? EndOf(QueryRequest request) =>
        request.ExclusiveStartKey is { Count: > 0 } key && WorkoutId.TryParseSortKey(key[LogsTableSchema.SortKey].S, out WorkoutId id) ? id : null;
}

/// <summary>The sort keys of all workouts that may be in a time range, inclusive.</summary>
/// <remarks>Always bounded: items of other kinds sort after the workouts.</remarks>
internal readonly record struct SortKeyRange(string Low, string High)
{
    private const string Lowest = "0";

    // Above all digits, which timestamps start with, and below all letters.
    private const string Highest = ":";

    // The character after the one that ends the timestamp in a sort key.
    private const string AfterSuffixes = "$";

    /// <summary>Whether it contains no key; DynamoDB refuses such a range.</summary>
    public bool IsEmpty => string.CompareOrdinal(Low, High) > 0;

    /// <summary>For bounds that are local days, the range is wider, because they depend on each workout's offset.</summary>
    public static SortKeyRange Of(TimeRange range) => new(
        range.From is { } from ? UtcTimestamp.Format(from.Earliest) : Lowest,
        range.To is { } to ? UtcTimestamp.Format(to.Latest) + AfterSuffixes : Highest);
}

/// <summary>Reads all workouts of a user in a time range, one page in memory at a time.</summary>
internal static class LogScan
{
    public static async IAsyncEnumerable<Workout> ReadAsync(DynamoDbCalls calls, string table, string userId, TimeRange range, RequestScope scope)
    {
        var request = LogQuery.Of(table, userId, type: null, SortKeyRange.Of(range));
        do
        {
            foreach (var item in await calls.QueryAsync(request, scope))
            {
                Workout workout = LogItem.Read(item).Workout;
                if (range.Contains(workout.Timestamp))
                {
                    yield return workout;
                }
            }
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }
}
