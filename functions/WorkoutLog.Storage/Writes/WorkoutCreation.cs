using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Calls;
using WorkoutLog.Storage.Idempotency;
using WorkoutLog.Storage.Keys;
using WorkoutLog.Storage.Rollups;

namespace WorkoutLog.Storage.Writes;

/// <summary>Stores a new workout in one transaction: the log, its part of the roll-up and the record of the client's key.</summary>
internal sealed class WorkoutCreation(DynamoDbCalls calls, StorageTables tables, TimeProvider time)
{
    private const int LogItemPlace = 0;
    private const int RecordItemPlace = 2;

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

        TransactionResult result = await calls.TransactWriteItemsAsync(items, scope);
        if (request is not null && result.IsRefusedBy(RecordItemPlace))
        {
            var record = result.Found(RecordItemPlace) ?? throw new InvalidDataException("A record that is in the way was not handed over.");
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
