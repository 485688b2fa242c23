using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Reads workouts.</summary>
public sealed class WorkoutReader(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry)
{
    private readonly DynamoDbCalls _calls = new(client, retry);

    /// <returns>Null when the user has no workout of this id.</returns>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<StoredWorkout?> GetAsync(string userId, WorkoutId id, RequestScope scope)
    {
        var request = new GetItemRequest { TableName = tables.Logs, Key = LogItem.Key(userId, id), ConsistentRead = true };
        return await _calls.GetItemAsync(request, scope) is { } item ? LogItem.Read(item) : null;
    }

    /// <summary>One page, newest first.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<StoredPage> ListAsync(WorkoutQuery query, RequestScope scope)
    {
        var keys = SortKeyRange.Of(query.Range);
        if (keys.IsEmpty)
        {
            return new StoredPage([], HasMore: false);
        }

        QueryRequest request = LogQuery.Of(tables.Logs, query.UserId, query.Type, keys);
        request.ScanIndexForward = false;
        // One more than the page holds, to know whether another follows.
        request.Limit = query.Limit + 1;
        request.ExclusiveStartKey = query.After is { } after ? LogQuery.StartAfter(query.UserId, query.Type, after) : null;

        var workouts = new List<StoredWorkout>();
        do
        {
            var items = await _calls.QueryAsync(request, scope);
            workouts.AddRange(items.Select(LogItem.Read).Where(stored => query.Range.Contains(stored.Workout.Timestamp)));
        }
        while (workouts.Count <= query.Limit && request.ExclusiveStartKey is { Count: > 0 });

        return new StoredPage([.. workouts.Take(query.Limit)], HasMore: workouts.Count > query.Limit);
    }
}

/// <summary>Which workouts of a user to read.</summary>
/// <param name="Type">Null for all types.</param>
/// <param name="Limit">At least 1.</param>
/// <param name="After">The last workout of the page before; null for the newest.</param>
public sealed record WorkoutQuery(string UserId, string? Type, TimeRange Range, int Limit, WorkoutId? After);

/// <summary>A part of a user's workouts, newest first.</summary>
/// <param name="HasMore">Whether at least one more lies behind.</param>
public sealed record StoredPage(IReadOnlyList<StoredWorkout> Workouts, bool HasMore);
