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

    /// <returns>Null when the user has no workout of this id.</returns>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<StoredWorkout?> GetAsync(string userId, WorkoutId id, RequestScope scope) =>
        (await _lookup.FindAsync(userId, id, scope))?.Stored;

    /// <returns>Null when no workout of the user has this <c>externalId</c>.</returns>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<StoredWorkout?> GetAsync(string userId, string externalId, RequestScope scope) =>
        await _lookup.GetItemAsync(WorkoutPointer.OfExternalId(userId, externalId), scope) is { } pointer
            ? await GetAsync(userId, WorkoutPointer.Read(pointer), scope)
            : null;

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

        // One more than the page holds, to know whether another follows.
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
            // Where some lie outside the bounds, many more may: the next call reads as many as the budget allows.
            wanted = examined == workouts.Count ? query.Limit + 1 - examined : int.MaxValue;
        }
        while (workouts.Count <= query.Limit && request.ExclusiveStartKey is { Count: > 0 } && budget.AllowsAnotherCall);

        return workouts.Count > query.Limit
            ? new StoredPage([.. workouts.Take(query.Limit)], workouts[query.Limit - 1].Place)
            : new StoredPage(workouts, LogQuery.EndOf(request));
    }
}

/// <summary>The calls and read units that one page may still use, so that no request costs more however the workouts lie.</summary>
internal sealed class PageBudget(WorkoutQuery query, RequestScope scope)
{
    /// <summary>Reached by a page whose workouts are small and lie outside its bounds.</summary>
    public const int MaxCalls = 12;

    private const double UnitBytes = 4_096;

    // The index is read with eventual consistency, at half the price.
    private readonly double _unitsPerItem = ApiLimits.MaxWorkoutBytes / UnitBytes * (query.Type is null ? 1 : 0.5);
    private readonly double _end = scope.ReadUnits + query.MaxReadUnits;
    private int _calls;

    public bool AllowsAnotherCall => _calls < MaxCalls && scope.ReadUnits + _unitsPerItem <= _end;

    /// <summary>As many as the rest of the budget pays for if each is as large as a workout can be.</summary>
    public int ItemsOfNextCall()
    {
        _calls++;
        return (int)((_end - scope.ReadUnits) / _unitsPerItem);
    }
}

/// <summary>Which workouts of a user to read.</summary>
/// <param name="Type">Null for all types.</param>
/// <param name="Limit">At least 1.</param>
/// <param name="After">The place where the page before ended; null for the newest.</param>
/// <param name="MaxReadUnits">That the page may cost, at least 1.</param>
public sealed record WorkoutQuery(
    string UserId, string? Type, TimeRange Range, int Limit, WorkoutId? After, int MaxReadUnits = ApiLimits.MaxPageReadUnits);

/// <summary>A part of a user's workouts, newest first; it may be empty although others follow.</summary>
/// <param name="Next">The place where the next page goes on; null when no workout is left.</param>
public sealed record StoredPage(IReadOnlyList<StoredWorkout> Workouts, WorkoutId? Next);
