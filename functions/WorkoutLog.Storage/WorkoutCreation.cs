using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>
/// Stores a new workout in one transaction: the log, its part of the roll-up, the record of the client's key and the client's own id.
/// </summary>
public sealed class WorkoutCreation(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    private const int LogItemPlace = 0;
    private const int RecordItemPlace = 2;

    private readonly DynamoDbCalls _calls = new(client, retry);
    private readonly WorkoutReader _reader = new(client, tables, retry);

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
            new() { Update = RollupUpdate.Of([RollupDelta.OfCreated(workout)], tables.Stats) },
        ];
        if (request is not null)
        {
            items.Add(new() { Put = IdempotencyRecord.Put(request, stored, time.GetUtcNow(), tables.Logs) });
        }

        return workout.ExternalId is { } externalId
            ? await CreateAsync(stored, request, items, externalId, scope)
            : await OutcomeAsync(stored, request, await _calls.TransactWriteItemsAsync(items, scope), scope);
    }

    private async Task<CreateOutcome> CreateAsync(
        StoredWorkout stored, IdempotentRequest? request, List<TransactWriteItem> items, string externalId, RequestScope scope)
    {
        string userId = stored.Workout.UserId;
        WorkoutId? gone = null;
        for (int attempt = 1; ; attempt++)
        {
            TransactionResult result = await _calls.TransactWriteItemsAsync(
                [.. items, WorkoutPointer.Take(stored, externalId, gone, tables.Logs)], scope);
            bool isNamed = request is not null && result.IsRefusedBy(RecordItemPlace);
            if (isNamed || !result.IsRefusedBy(items.Count))
            {
                return await OutcomeAsync(stored, request, result, scope);
            }

            WorkoutId owner = WorkoutPointer.Read(result.Found(items.Count) ?? throw NotReturned());
            if (owner == stored.Id)
            {
                return new CreateOutcome.Created(stored);
            }

            if (await _reader.GetAsync(userId, owner, scope) is { } known)
            {
                return new CreateOutcome.Known(known);
            }

            // Deleted since, or by a version of the functions that knows no external ids: an id that is gone stays gone.
            gone = owner;
            await retry.WaitForOthersAsync(attempt, scope);
        }
    }

    private async Task<CreateOutcome> OutcomeAsync(StoredWorkout stored, IdempotentRequest? request, TransactionResult result, RequestScope scope)
    {
        if (request is not null && result.IsRefusedBy(RecordItemPlace))
        {
            var record = result.Found(RecordItemPlace) ?? throw NotReturned();
            if (!IdempotencyRecord.HasFingerprint(record, request.Fingerprint))
            {
                return new CreateOutcome.KeyReused();
            }

            WorkoutId logged = WorkoutPointer.Read(record);
            return logged == stored.Id ? new CreateOutcome.Created(stored)
                : await _reader.GetAsync(stored.Workout.UserId, logged, scope) is { } earlier ? new CreateOutcome.Replayed(earlier)
                : new CreateOutcome.Deleted();
        }

        // A log under this very random id is our own: a try before was carried out, though its answer was lost.
        return result.IsCommitted || result.IsRefusedBy(LogItemPlace)
            ? new CreateOutcome.Created(stored)
            : throw TransactionResult.NoConditionThere();
    }

    private static InvalidDataException NotReturned() => new("DynamoDB did not return the item that refused a workout.");

    // Without the condition, a second workout with the same key would replace the first and be counted beside it.
    private Put PutNew(StoredWorkout stored) => new()
    {
        TableName = tables.Logs,
        Item = LogItem.Of(stored),
        ConditionExpression = LogItem.IsAbsent,
    };
}

/// <summary>What became of a new workout.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    public sealed record Created(StoredWorkout Stored) : CreateOutcome;

    /// <summary>An earlier try of the same request had stored it.</summary>
    /// <param name="Stored">As it is now.</param>
    public sealed record Replayed(StoredWorkout Stored) : CreateOutcome;

    /// <summary>The user has a workout with this <c>externalId</c>; nothing was written.</summary>
    /// <param name="Stored">As it is now.</param>
    public sealed record Known(StoredWorkout Stored) : CreateOutcome;

    /// <summary>An earlier try of the same request had stored it, and it was deleted since; nothing was written.</summary>
    public sealed record Deleted : CreateOutcome;

    /// <summary>The key belongs to another request; nothing was written.</summary>
    public sealed record KeyReused : CreateOutcome;
}
