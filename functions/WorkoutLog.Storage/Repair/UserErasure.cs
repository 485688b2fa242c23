using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Storage.Resilience;
using Key = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace WorkoutLog.Storage.Repair;

/// <summary>Deletes all items of one user: workouts, pointers, idempotency records and statistics. The next erasure resumes an interrupted one.</summary>
public sealed class UserErasure(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    // A transaction may have 100 items; this few stay below the capacity of a small table.
    private const int ItemsPerStep = 25;

    private readonly DynamoDbCalls _calls = new(client, retry);

    /// <summary>Counts the items and changes nothing.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<UserItems> CountAsync(string userId, RequestScope scope) =>
        await VisitAsync(userId, Keep, Keep, scope);

    /// <summary>Deletes the items, including those written in the meantime.</summary>
    /// <param name="progress">Receives the items deleted so far.</param>
    /// <returns>Numbers of deleted items.</returns>
    /// <exception cref="StorageConflictException">Other writes for the user continued until the time ran out.</exception>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<UserItems> EraseAsync(string userId, Action<UserItems> progress, RequestScope scope)
    {
        var erased = UserItems.None;
        UserItems pass;
        do
        {
            pass = await VisitAsync(userId, keys => DeleteAsync(tables.Logs, keys, scope), keys => DeleteAsync(tables.Stats, keys, scope), scope);
            erased += pass;
            progress(erased);
        }
        while (!pass.IsEmpty);

        await AnnounceAsync(userId, scope);
        return erased;
    }

    // Publishes an event if events are enabled. The stream keeps the record of an item that is deleted immediately.
    private async Task AnnounceAsync(string userId, RequestScope scope)
    {
        Put mark = ChangeItems.OfErased(userId, time.GetUtcNow(), tables.Logs);
        await _calls.TransactWriteItemsAsync([new TransactWriteItem { Put = mark }], scope);
        await DeleteAsync(tables.Logs, [LogItem.Key(userId, mark.Item[LogsTableSchema.SortKey].S)], scope);
    }

    private async Task<UserItems> VisitAsync(string userId, Func<List<Key>, Task> logs, Func<List<Key>, Task> stats, RequestScope scope)
    {
        var found = UserItems.None;
        await foreach (var keys in KeysAsync(tables.Logs, LogsTableSchema.SortKey, userId, scope))
        {
            await logs(keys);
            string[] sortKeys = [.. keys.Select(key => key[LogsTableSchema.SortKey].S)];
            int workouts = sortKeys.Count(sortKey => WorkoutId.TryParseSortKey(sortKey, out _));
            int pointers = sortKeys.Count(WorkoutPointer.IsKey);
            int changes = sortKeys.Count(ChangeItems.IsKey);
            found += new UserItems(workouts, pointers, keys.Count - workouts - pointers - changes, 0, 0, changes);
        }

        await foreach (var keys in KeysAsync(tables.Stats, StatsTableSchema.SortKey, userId, scope))
        {
            await stats(keys);
            int years = keys.Count(key => YearRow.IsKey(key[StatsTableSchema.SortKey].S));
            found += UserItems.None with { Months = keys.Count - years, Years = years };
        }

        return found;
    }

    private async IAsyncEnumerable<List<Key>> KeysAsync(string table, string sortKey, string userId, RequestScope scope)
    {
        var query = new QueryRequest
        {
            TableName = table,
            ConsistentRead = true,
            KeyConditionExpression = $"{LogsTableSchema.PartitionKey} = :user",
            ProjectionExpression = $"{LogsTableSchema.PartitionKey}, #sort",
            ExpressionAttributeNames = new() { ["#sort"] = sortKey },
            ExpressionAttributeValues = new() { [":user"] = new() { S = userId } },
        };
        do
        {
            foreach (var keys in (await _calls.QueryAsync(query, scope)).Chunk(ItemsPerStep))
            {
                yield return [.. keys];
            }
        }
        while (query.ExclusiveStartKey is { Count: > 0 });
    }

    private Task<TransactionResult> DeleteAsync(string table, List<Key> keys, RequestScope scope) =>
        _calls.TransactWriteItemsAsync([.. keys.Select(key => new TransactWriteItem { Delete = new Delete { TableName = table, Key = key } })], scope);

    private static Task Keep(List<Key> keys) => Task.CompletedTask;
}

/// <summary>Numbers of a user's items in the tables.</summary>
/// <param name="Months">Of statistics; so <paramref name="Years"/>.</param>
/// <param name="Pointers">To workouts: by <c>externalId</c>, or by the id of a moved one.</param>
/// <param name="Changes">Deletions of the last day, for events.</param>
public sealed record UserItems(int Workouts, int Pointers, int IdempotencyRecords, int Months, int Years, int Changes)
{
    public static UserItems None { get; } = new(0, 0, 0, 0, 0, 0);

    public bool IsEmpty => this == None;

    public static UserItems operator +(UserItems left, UserItems right) => new(
        left.Workouts + right.Workouts,
        left.Pointers + right.Pointers,
        left.IdempotencyRecords + right.IdempotencyRecords,
        left.Months + right.Months,
        left.Years + right.Years,
        left.Changes + right.Changes);
}
