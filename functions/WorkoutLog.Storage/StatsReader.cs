using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Reads the roll-ups of a user; what it costs depends on the months, never on the number of workouts.</summary>
public sealed class StatsReader(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry)
{
    private readonly DynamoDbCalls _calls = new(client, retry);

    /// <summary>
    /// The months of a user in order; none for a user without workouts. One whose workouts were all deleted is there without totals.
    /// </summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<MonthRollup>> ReadMonthsAsync(string userId, MonthRange range, RequestScope scope)
    {
        var rows = await MonthRows.ReadAsync(_calls, tables.Stats, userId, range, scope);
        return [.. rows.Select(RollupRow.Read)];
    }
}

/// <summary>Reads the rows of a user's months.</summary>
internal static class MonthRows
{
    private const string Lowest = "0";

    // Above all digits, which months begin with.
    private const string Highest = ":";

    /// <summary>In order of the months.</summary>
    public static async Task<List<Dictionary<string, AttributeValue>>> ReadAsync(
        DynamoDbCalls calls, string table, string userId, MonthRange range, RequestScope scope)
    {
        var rows = new List<Dictionary<string, AttributeValue>>();
        string from = range.From ?? Lowest;
        string to = range.To ?? Highest;
        // DynamoDB refuses a range whose ends are in the wrong order.
        if (string.CompareOrdinal(from, to) > 0)
        {
            return rows;
        }

        var query = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = $"{StatsTableSchema.PartitionKey} = :user AND #month BETWEEN :from AND :to",
            ExpressionAttributeNames = new() { ["#month"] = StatsTableSchema.SortKey },
            ExpressionAttributeValues = new() { [":user"] = new() { S = userId }, [":from"] = new() { S = from }, [":to"] = new() { S = to } },
            // A workout that was acknowledged is in the statistics that are asked for next.
            ConsistentRead = true,
        };
        do
        {
            rows.AddRange(await calls.QueryAsync(query, scope));
        }
        while (query.ExclusiveStartKey is { Count: > 0 });

        return rows;
    }
}
