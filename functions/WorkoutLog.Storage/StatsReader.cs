using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;
using WorkoutLog.Storage.Rollups;

namespace WorkoutLog.Storage;

/// <summary>Reads the roll-ups of a user; what it costs depends on the months, never on the number of workouts.</summary>
public sealed class StatsReader(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry)
{
    /// <summary>All months of a user in order; none for a user without workouts.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<MonthRollup>> ReadMonthsAsync(string userId, Deadline deadline)
    {
        var months = new List<MonthRollup>();
        var query = new QueryRequest
        {
            TableName = tables.Stats,
            KeyConditionExpression = $"{StatsTableSchema.PartitionKey} = :user",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":user"] = new() { S = userId } },
            // A workout that was acknowledged is in the statistics that are asked for next.
            ConsistentRead = true,
        };
        do
        {
            QueryResponse page = await retry.RunAsync(cancellation => client.QueryAsync(query, cancellation), deadline);
            months.AddRange((page.Items ?? []).Select(RollupRow.Read));
            query.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (query.ExclusiveStartKey is { Count: > 0 });

        return months;
    }
}
