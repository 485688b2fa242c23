using Amazon.DynamoDBv2.Model;
using WorkoutLog.Storage.Resilience;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace WorkoutLog.Storage;

/// <summary>Finds a workout by its id, wherever it was moved to, also while it is being moved.</summary>
internal sealed class WorkoutLookup(DynamoDbCalls calls, string table)
{
    /// <returns>Null only for a workout that is not there: one that others move meanwhile is found.</returns>
    /// <remarks>
    /// One read finds a workout that was never moved. What single reads do not find may be a transaction that shows on one of its
    /// items before another, so only a read of all of them at one moment says that there is no workout.
    /// </remarks>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<FoundWorkout?> FindAsync(string userId, WorkoutId id, RequestScope scope)
    {
        var home = LogItem.Key(userId, id);
        if (FoundWorkout.AtHome(id, await GetItemAsync(home, scope)) is { } found)
        {
            return found;
        }

        var alias = WorkoutPointer.OfMoved(userId, id);
        for (WorkoutId? missed = null; ;)
        {
            var seen = await calls.TransactGetItemsAsync(
                table, missed is { } suspect ? [home, alias, LogItem.Key(userId, suspect)] : [home, alias], scope);
            if (FoundWorkout.AtHome(id, seen[0]) is { } back)
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

            // Deleted by a version of the functions that knows no aliases.
            if (place == missed)
            {
                return null;
            }

            missed = place;
        }
    }

    /// <summary>One item, as it is after every write that was acknowledged.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public Task<Item?> GetItemAsync(Dictionary<string, AttributeValue> key, RequestScope scope) =>
        calls.GetItemAsync(new GetItemRequest { TableName = table, Key = key, ConsistentRead = true }, scope);
}

/// <summary>A workout that was found under its id.</summary>
internal sealed record FoundWorkout(StoredWorkout Stored, Item Item)
{
    /// <remarks>An edit by a version of the functions that knows no moves leaves out the id.</remarks>
    public static FoundWorkout Of(WorkoutId id, Item item) => new(LogItem.Read(item) with { Id = id }, item);

    /// <summary>What lies where the id says; null for none. The place of a workout that was moved is no second id of it.</summary>
    public static FoundWorkout? AtHome(WorkoutId id, Item? item) =>
        item is not null && LogItem.Read(item) is var stored && stored.Id == id ? new(stored, item) : null;
}
