using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Reads workouts.</summary>
public sealed class WorkoutReader(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry)
{
    private readonly DynamoDbCalls _calls = new(client, retry);
    private readonly WorkoutLookup _lookup = new(new DynamoDbCalls(client, retry), tables.Logs);

    /// <returns>Null if the user has no workout with this id.</returns>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<StoredWorkout?> GetAsync(string userId, WorkoutId id, RequestScope scope) =>
        (await _lookup.FindAsync(userId, id, scope))?.Stored;

    /// <returns>Null if no workout of the user has this <c>externalId</c>.</returns>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<StoredWorkout?> GetAsync(string userId, string externalId, RequestScope scope) =>
        await _lookup.GetItemAsync(WorkoutPointer.OfExternalId(userId, externalId), scope) is { } pointer
            ? await GetAsync(userId, WorkoutPointer.Read(pointer), scope)
            : null;

    /// <summary>The latest by instant; null for a user without workouts. One read unit.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<StoredWorkout?> LatestAsync(string userId, RequestScope scope)
    {
        QueryRequest request = LogQuery.Of(tables.Logs, userId, type: null, SortKeyRange.Of(TimeRange.All));
        request.ScanIndexForward = false;
        request.Limit = 1;
        return await _calls.QueryAsync(request, scope) is [var item] ? LogItem.Read(item) : null;
    }

    /// <summary>One page, newest first, for a bounded number of calls and read units.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<StoredPage> ListAsync(WorkoutQuery query, RequestScope scope)
    {
        var keys = SortKeyRange.Of(query.Range);
        if (keys.IsEmpty)
        {
            return new StoredPage([], Next: null);
        }

        QueryRequest request = LogQuery.Of(tables.Logs, query.UserId, query.Type, keys);
        request.ScanIndexForward = false;
        request.ExclusiveStartKey = query.After is { } after ? LogQuery.StartAfter(query.UserId, query.Type, after) : null;

        // One more than the page, to know whether another follows.
        int wanted = query.Limit + 1;
        int examined = 0;
        var budget = new PageBudget(query, scope);
        var workouts = new List<StoredWorkout>();
        do
        {
            request.Limit = Math.Min(wanted, budget.ItemsOfNextCall());
            var items = await _calls.QueryAsync(request, scope);
            workouts.AddRange(items.Select(LogItem.Read).Where(stored => query.Range.Contains(stored.Workout.Timestamp)));
            examined += items.Count;
            // If some are outside the bounds, many more may be: the next call reads as many as the budget allows.
            wanted = examined == workouts.Count ? query.Limit + 1 - examined : int.MaxValue;
        }
        while (workouts.Count <= query.Limit && request.ExclusiveStartKey is { Count: > 0 } && budget.AllowsAnotherCall);

        return workouts.Count > query.Limit
            ? new StoredPage([.. workouts.Take(query.Limit)], workouts[query.Limit - 1].Place)
            : new StoredPage(workouts, LogQuery.EndOf(request));
    }
}

/// <summary>The calls and read units that one page may still use; bounds the cost of every request.</summary>
internal sealed class PageBudget(WorkoutQuery query, RequestScope scope)
{
    /// <summary>Reached if a page's workouts are small and outside its bounds.</summary>
    public const int MaxCalls = 12;

    private const double UnitBytes = 4_096;

    // The index is read with eventual consistency, at half the price.
    private readonly double _unitsPerItem = ApiLimits.MaxWorkoutBytes / UnitBytes * (query.Type is null ? 1 : 0.5);
    private readonly double _end = scope.ReadUnits + query.MaxReadUnits;
    private int _calls;

    public bool AllowsAnotherCall => _calls < MaxCalls && scope.ReadUnits + _unitsPerItem <= _end;

    /// <summary>The number of items that the remaining budget pays for, if each has the maximum size.</summary>
    public int ItemsOfNextCall()
    {
        _calls++;
        return (int)((_end - scope.ReadUnits) / _unitsPerItem);
    }
}

/// <summary>A query for a user's workouts.</summary>
/// <param name="Type">Null for all types.</param>
/// <param name="Limit">At least 1.</param>
/// <param name="After">The key where the previous page ended; null for the first page.</param>
/// <param name="MaxReadUnits">Maximum per page; at least 2, the cost of the largest workout.</param>
public sealed record WorkoutQuery(
    string UserId, string? Type, TimeRange Range, int Limit, WorkoutId? After, int MaxReadUnits = ApiLimits.MaxPageReadUnits);

/// <summary>A page of a user's workouts, newest first; it may be empty even if more follow.</summary>
/// <param name="Next">The key where the next page continues; null on the last page.</param>
public sealed record StoredPage(IReadOnlyList<StoredWorkout> Workouts, WorkoutId? Next);
