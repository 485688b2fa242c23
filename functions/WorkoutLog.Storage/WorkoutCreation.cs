using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>
/// Stores new workouts. A transaction has the workout, its part of the roll-up, the record of the idempotency key and the external id;
/// workouts of one user share transactions, because each transaction pays once for the row of a month.
/// </summary>
public sealed class WorkoutCreation(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    // Ten achieve nine tenths of the savings, and keep a transaction small compared with a table's capacity.
    private const int MaxPerTransaction = 10;

    private readonly DynamoDbCalls _calls = new(client, retry);
    private readonly WorkoutReader _reader = new(client, tables, retry);

    /// <summary>Stores a workout under a new id, atomically.</summary>
    /// <exception cref="StorageConflictException">Nothing was written.</exception>
    /// <exception cref="StorageRejectedException">Nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The workout may have been written.</exception>
    public async Task<CreateOutcome> CreateAsync(NewWorkout workout, RequestScope scope) => await (await CreateAsync([workout], scope))[0];

    /// <summary>Stores workouts, each as if sent alone.</summary>
    /// <param name="workouts">Of one user.</param>
    /// <returns>The outcome of each; a failed task has one of the exceptions of a single workout.</returns>
    public async Task<IReadOnlyList<Task<CreateOutcome>>> CreateAsync(IReadOnlyList<NewWorkout> workouts, RequestScope scope)
    {
        PendingCreation[] all = [.. workouts.Select(workout => new PendingCreation(workout, tables, time.GetUtcNow()))];
        for (int attempt = 1; NextGroup(all) is { Count: > 0 } group; attempt++)
        {
            try
            {
                await TryAsync(group, attempt, scope);
            }
            catch (StorageRejectedException) when (group.Count > 1)
            {
                // DynamoDB rejects one of them; the others must not fail with it.
                group.ForEach(creation => creation.IsAlone = true);
            }
            catch (Exception exception)
            {
                group.ForEach(creation => creation.Outcome ??= Task.FromException<CreateOutcome>(exception));
            }
        }

        return [.. all.Select(creation => creation.Outcome!)];
    }

    // A transaction allows one write per item: of two workouts with the same key or id, the second waits for the first.
    private static List<PendingCreation> NextGroup(IEnumerable<PendingCreation> all)
    {
        var group = new List<PendingCreation>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (PendingCreation creation in all.Where(creation => creation.Outcome is null).Take(MaxPerTransaction))
        {
            if (group.Count > 0 && (creation.IsAlone || group[0].IsAlone || creation.Names.Any(names.Contains)))
            {
                break;
            }

            group.Add(creation);
            names.UnionWith(creation.Names);
        }

        return group;
    }

    private async Task TryAsync(List<PendingCreation> group, int attempt, RequestScope scope)
    {
        var items = new List<TransactWriteItem>();
        foreach (PendingCreation creation in group)
        {
            creation.AddTo(items);
        }

        RollupDelta[] deltas = [.. group.Select(creation => RollupDelta.OfCreated(creation.Stored.Workout))];
        items.AddRange(RollupUpdates.Of(deltas, tables.Stats, time.GetUtcNow()));
        TransactionResult result = await _calls.TransactWriteItemsAsync(items, scope);
        bool[] settled = await Task.WhenAll(group.Select(creation => SettleAsync(creation, result, scope)));
        if (!settled.Contains(true))
        {
            throw TransactionResult.UnexpectedRefusal();
        }

        if (group.All(creation => creation.Outcome is null))
        {
            await retry.BackOffAsync(attempt, scope);
        }
    }

    /// <returns>False if only other workouts refused the transaction.</returns>
    private async Task<bool> SettleAsync(PendingCreation creation, TransactionResult result, RequestScope scope)
    {
        bool isNamed = result.IsRefusedBy(creation.RecordPlace);
        bool isKnown = result.IsRefusedBy(creation.ExternalIdPlace);
        // A workout under this random id is ours: an earlier attempt succeeded, but its response was lost.
        if (!isNamed && !isKnown && !result.IsCommitted && !result.IsRefusedBy(creation.LogItemPlace))
        {
            return false;
        }

        try
        {
            CreateOutcome? outcome = isNamed ? await OfRecordAsync(creation, result.Found(creation.RecordPlace) ?? throw NotReturned(), scope)
                : isKnown ? await OfExternalIdAsync(creation, result.Found(creation.ExternalIdPlace) ?? throw NotReturned(), scope)
                : new CreateOutcome.Created(creation.Stored);
            creation.Outcome = outcome is null ? null : Task.FromResult(outcome);
        }
        catch (Exception exception)
        {
            creation.Outcome = Task.FromException<CreateOutcome>(exception);
        }

        return true;
    }

    private async Task<CreateOutcome> OfRecordAsync(PendingCreation creation, IReadOnlyDictionary<string, AttributeValue> record, RequestScope scope)
    {
        StoredWorkout stored = creation.Stored;
        if (!IdempotencyRecord.HasFingerprint(record, creation.Request!.Fingerprint))
        {
            return new CreateOutcome.KeyReused();
        }

        WorkoutId logged = WorkoutPointer.Read(record);
        return logged == stored.Id ? new CreateOutcome.Created(stored)
            : await _reader.GetAsync(stored.Workout.UserId, logged, scope) is { } earlier ? new CreateOutcome.Replayed(earlier)
            : new CreateOutcome.Deleted();
    }

    /// <returns>Null if the workout may be retried.</returns>
    private async Task<CreateOutcome?> OfExternalIdAsync(PendingCreation creation, IReadOnlyDictionary<string, AttributeValue> pointer, RequestScope scope)
    {
        StoredWorkout stored = creation.Stored;
        WorkoutId owner = WorkoutPointer.Read(pointer);
        if (owner == stored.Id)
        {
            return new CreateOutcome.Created(stored);
        }

        if (await _reader.GetAsync(stored.Workout.UserId, owner, scope) is { } known)
        {
            return new CreateOutcome.Known(known);
        }

        // Deleted since, or by a version of the functions without external ids. Deleted ids are never reused.
        creation.Gone = owner;
        return null;
    }

    private static InvalidDataException NotReturned() => new("DynamoDB did not return the item that refused a workout.");
}

/// <summary>A workout to be stored.</summary>
/// <param name="Request">Null without an idempotency key.</param>
public sealed record NewWorkout(Workout Workout, IdempotentRequest? Request);

/// <summary>A new workout that is being stored, in as many transactions as needed.</summary>
internal sealed class PendingCreation(NewWorkout workout, StorageTables tables, DateTimeOffset now)
{
    // More than the items of a transaction.
    private const int Nowhere = int.MaxValue;

    public StoredWorkout Stored { get; } = new(WorkoutId.New(workout.Workout.Timestamp), LogItem.FirstVersion, workout.Workout);

    public IdempotentRequest? Request => workout.Request;

    /// <summary>Keys that a transaction may write only once, other than the workout's new id.</summary>
    public IReadOnlyList<string> Names { get; } =
    [
        .. workout.Request is { } request ? [$"{request.Caller}\n{request.Key}"] : Array.Empty<string>(),
        .. workout.Workout.ExternalId is { } externalId ? [externalId] : Array.Empty<string>(),
    ];

    /// <summary>Null until known.</summary>
    public Task<CreateOutcome>? Outcome { get; set; }

    /// <summary>Whether it must not share a transaction.</summary>
    public bool IsAlone { get; set; }

    /// <summary>The deleted workout that had the external id; null for none.</summary>
    public WorkoutId? Gone { get; set; }

    /// <summary>Indexes in the last transaction that it was added to.</summary>
    public int LogItemPlace { get; private set; } = Nowhere;

    public int RecordPlace { get; private set; } = Nowhere;

    public int ExternalIdPlace { get; private set; } = Nowhere;

    public void AddTo(List<TransactWriteItem> items)
    {
        var item = LogItem.Of(Stored);
        if (tables.HasEvents)
        {
            ChangeItems.Mark(item, Stored, before: null);
        }

        LogItemPlace = items.Count;
        // Without the condition, a second workout with the same key would replace the first, but both would be counted.
        items.Add(new() { Put = new() { TableName = tables.Logs, Item = item, ConditionExpression = LogItem.IsAbsent } });
        if (Request is not null)
        {
            RecordPlace = items.Count;
            items.Add(new() { Put = IdempotencyRecord.Put(Request, Stored, now, tables.Logs) });
        }

        if (Stored.Workout.ExternalId is { } externalId)
        {
            ExternalIdPlace = items.Count;
            items.Add(WorkoutPointer.Assign(Stored, externalId, Gone, tables.Logs));
        }
    }
}

/// <summary>Outcome of storing a new workout.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    public sealed record Created(StoredWorkout Stored) : CreateOutcome;

    /// <summary>An earlier attempt of the same request stored it.</summary>
    /// <param name="Stored">In its current state.</param>
    public sealed record Replayed(StoredWorkout Stored) : CreateOutcome;

    /// <summary>The user has a workout with this <c>externalId</c>; nothing was written.</summary>
    /// <param name="Stored">In its current state.</param>
    public sealed record Known(StoredWorkout Stored) : CreateOutcome;

    /// <summary>An earlier attempt of the same request stored it, and it was deleted since; nothing was written.</summary>
    public sealed record Deleted : CreateOutcome;

    /// <summary>The key belongs to another request; nothing was written.</summary>
    public sealed record KeyReused : CreateOutcome;
}
