using Amazon.DynamoDBv2.Model;
using WorkoutLog.Storage.Resilience;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace WorkoutLog.Storage;

/// <summary>Finds a workout by its id, even after or during a move.</summary>
internal sealed class WorkoutLookup(DynamoDbCalls calls, string table)
{
    /// <returns>Null only if the workout does not exist; one that is being moved is found.</returns>
    /// <remarks>
    /// One read finds a workout that was never moved. Single reads may miss a workout during a move, because a transaction becomes
    /// visible item by item; only a transactional read of all items proves that there is no workout.
    /// </remarks>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<FoundWorkout?> FindAsync(string userId, WorkoutId id, RequestScope scope)
    {
        var ownKey = LogItem.Key(userId, id);
        if (FoundWorkout.AtOwnKey(id, await GetItemAsync(ownKey, scope)) is { } found)
        {
            return found;
        }

        var alias = WorkoutPointer.OfMoved(userId, id);
        for (WorkoutId? missed = null; ;)
        {
            var seen = await calls.TransactGetItemsAsync(
                table, missed is { } suspect ? [ownKey, alias, LogItem.Key(userId, suspect)] : [ownKey, alias], scope);
            if (FoundWorkout.AtOwnKey(id, seen[0]) is { } back)
            {
                return back;
            }

            if (seen[1] is not { } pointer)
            {
                return null;
            }

            WorkoutId place = WorkoutPointer.Read(pointer);
            if ((place == missed ? seen[2] : await GetItemAsync(LogItem.Key(userId, place), scope)) is { } moved)
            {
                return FoundWorkout.Of(id, moved);
            }

            // Deleted by a version of the functions without aliases.
            if (place == missed)
            {
                return null;
            }

            missed = place;
        }
    }

    /// <summary>One item, read with strong consistency.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public Task<Item?> GetItemAsync(Dictionary<string, AttributeValue> key, RequestScope scope) =>
        calls.GetItemAsync(new GetItemRequest { TableName = table, Key = key, ConsistentRead = true }, scope);
}

/// <summary>A workout found by its id.</summary>
internal sealed record FoundWorkout(StoredWorkout Stored, Item Item)
{
    /// <remarks>An edit by a version of the functions without moves omits the id.</remarks>
    public static FoundWorkout Of(WorkoutId id, Item item) => new(LogItem.Read(item) with { Id = id }, item);

    /// <summary>The workout at the id's own key; null for none. The new key of a moved workout is not a second id.</summary>
    public static FoundWorkout? AtOwnKey(WorkoutId id, Item? item) =>
        item is not null && LogItem.Read(item) is var stored && stored.Id == id ? new(stored, item) : null;
}
