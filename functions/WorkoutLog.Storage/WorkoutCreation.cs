using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Stores a new workout in one transaction: the log, its part of the roll-up and the record of the client's key.</summary>
public sealed class WorkoutCreation(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    private const int LogItemPlace = 0;
    private const int RecordItemPlace = 2;

    private readonly DynamoDbCalls _calls = new(client, retry);

    /// <summary>Stores a workout under a new id; all items are written or none is.</summary>
    /// <param name="request">Null for a write that the client does not name.</param>
    /// <exception cref="StorageConflictException">Nothing was written.</exception>
    /// <exception cref="StorageRejectedException">Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The workout may have been written.</exception>
    public async Task<CreateOutcome> CreateAsync(Workout workout, IdempotentRequest? request, RequestScope scope)
    {
        var stored = new StoredWorkout(WorkoutId.New(workout.Timestamp), LogItem.FirstVersion, workout);
        List<TransactWriteItem> items =
        [
            new() { Put = PutNew(stored) },
            new() { Update = RollupUpdate.Of(RollupDelta.OfCreated(workout), tables.Stats) },
        ];
        if (request is not null)
        {
            items.Add(new() { Put = IdempotencyRecord.Put(request, stored, time.GetUtcNow(), tables.Logs) });
        }

        TransactionResult result = await _calls.TransactWriteItemsAsync(items, scope);
        if (request is not null && result.IsRefusedBy(RecordItemPlace))
        {
            var record = result.Found(RecordItemPlace) ?? throw new InvalidDataException("DynamoDB did not return the record that has the key.");
            return OutcomeOf(record, request, stored);
        }

        // A log under this very random id is our own: a try before was carried out, though its answer was lost.
        return result.IsCommitted || result.IsRefusedBy(LogItemPlace)
            ? new CreateOutcome.Created(stored)
            : throw TransactionResult.NoConditionThere();
    }

    private static CreateOutcome OutcomeOf(IReadOnlyDictionary<string, AttributeValue> record, IdempotentRequest request, StoredWorkout stored)
    {
        if (!IdempotencyRecord.HasFingerprint(record, request.Fingerprint))
        {
            return new CreateOutcome.KeyReused();
        }

        StoredWorkout earlier = IdempotencyRecord.Read(record, stored.Workout);
        return earlier.Id == stored.Id ? new CreateOutcome.Created(stored) : new CreateOutcome.Replayed(earlier);
    }

    // Without the condition, a second workout with the same key would replace the first and be counted beside it.
    private Put PutNew(StoredWorkout stored) => new()
    {
        TableName = tables.Logs,
        Item = LogItem.Of(stored),
        ConditionExpression = $"attribute_not_exists({LogsTableSchema.PartitionKey})",
    };
}

/// <summary>What became of a new workout.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    public sealed record Created(StoredWorkout Stored) : CreateOutcome;

    /// <summary>An earlier try of the same request had stored it, as it was then.</summary>
    public sealed record Replayed(StoredWorkout Stored) : CreateOutcome;

    /// <summary>The key belongs to another request; nothing was written.</summary>
    public sealed record KeyReused : CreateOutcome;
}
