using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;

namespace WorkoutLog.Storage;

/// <summary>Marks changes for the events created from the table's stream.</summary>
/// <remarks>
/// A stream record shows one item. A deletion and the old key of a moved workout look the same there, so the write records its
/// type: in the workout's item, or in a separate item if the workout no longer has one.
/// </remarks>
internal static class ChangeItems
{
    // Sorts after every timestamp.
    private const string KeyPrefix = "CHANGE#";

    // The stream keeps its records for a day.
    private static readonly TimeSpan _kept = TimeSpan.FromDays(1);

    public static bool IsKey(string sortKey) => sortKey.StartsWith(KeyPrefix, StringComparison.Ordinal);

    /// <summary>Adds the event's attributes to a workout's item.</summary>
    /// <param name="before">Null for a new workout.</param>
    public static void Mark(Dictionary<string, AttributeValue> item, StoredWorkout stored, StoredWorkout? before)
    {
        string type = before is null ? ChangeTypes.Logged : before.Place == stored.Place ? ChangeTypes.Replaced : ChangeTypes.Moved;
        Mark(item, type, stored.Id.ToString(), before);
    }

    /// <summary>The change item of the transaction that deletes a workout.</summary>
    public static Put OfDeleted(StoredWorkout deleted, DateTimeOffset now, string table)
    {
        var item = Item(deleted.Workout.UserId, deleted.Id.ToString(), deleted.Version + 1, now);
        Mark(item, ChangeTypes.Deleted, deleted.Id.ToString(), deleted);
        return new Put { TableName = table, Item = item };
    }

    /// <summary>The change item that is written when all other items of a user are deleted.</summary>
    public static Put OfErased(string userId, DateTimeOffset now, string table)
    {
        var item = Item(userId, ChangeTypes.Erased, version: 0, now);
        Mark(item, ChangeTypes.Erased, workoutId: "", before: null);
        return new Put { TableName = table, Item = item };
    }

    private static Dictionary<string, AttributeValue> Item(string userId, string name, int version, DateTimeOffset now)
    {
        var item = LogItem.Key(userId, KeyPrefix + name);
        item[ChangeAttributes.Version] = Numbers.Of(version);
        item[LogsTableSchema.ExpiresAt] = Numbers.Of((decimal)(now + _kept).ToUnixTimeSeconds());
        return item;
    }

    private static void Mark(Dictionary<string, AttributeValue> item, string type, string workoutId, StoredWorkout? before)
    {
        item[ChangeAttributes.Type] = new() { S = type };
        item[ChangeAttributes.WorkoutId] = new() { S = workoutId };
        // The pipe's template requires it in every record.
        item[ChangeAttributes.Previous] = new() { M = before is null ? [] : LogItem.Of(before), IsMSet = true };
    }
}
