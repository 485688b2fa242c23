using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Keys;
using WorkoutLog.Storage.Resilience;
using WorkoutLog.Storage.Rollups;

namespace WorkoutLog.Storage;

/// <summary>Writes workouts, each together with its part of the month's roll-up.</summary>
public sealed class WorkoutStore(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry)
{
    /// <summary>Stores a workout under a new id; both items are written or neither is.</summary>
    /// <exception cref="StorageConflictException">Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The workout may have been written.</exception>
    public async Task<WorkoutId> LogAsync(Workout workout, Deadline deadline)
    {
        var id = WorkoutId.New(workout.Timestamp);
        var transaction = new TransactWriteItemsRequest
        {
            ClientRequestToken = Guid.NewGuid().ToString(),
            TransactItems =
            [
                new TransactWriteItem { Put = PutNew(workout, id) },
                new TransactWriteItem { Update = RollupUpdate.Of(RollupDelta.Of(workout), tables.Stats) },
            ],
        };

        await retry.RunAsync(cancellation => client.TransactWriteItemsAsync(transaction, cancellation), deadline);
        return id;
    }

    // Without the condition, a second workout with the same key would replace the first and be counted beside it.
    private Put PutNew(Workout workout, WorkoutId id) => new()
    {
        TableName = tables.Logs,
        Item = LogItem.Of(workout, id),
        ConditionExpression = $"attribute_not_exists({LogsTableSchema.PartitionKey})",
    };
}
