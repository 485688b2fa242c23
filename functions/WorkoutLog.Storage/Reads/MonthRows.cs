using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Calls;

namespace WorkoutLog.Storage.Reads;

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
