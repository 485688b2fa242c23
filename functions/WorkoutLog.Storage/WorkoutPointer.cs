using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace WorkoutLog.Storage;

/// <summary>Items of the logs table that lead to a workout. They sort behind every timestamp, so no list of workouts meets them.</summary>
internal static class WorkoutPointer
{
    private const string Alias = "ALIAS#";
    private const string External = "EXTERNAL#";
    private const string Target = "workout";

    private const string IsAbsentOrNamesWorkout = $"{LogItem.IsAbsent} OR {Target} = :workout";

    /// <summary>The key of what leads from a workout's id to the place that it was moved to.</summary>
    public static Dictionary<string, AttributeValue> OfMoved(string userId, WorkoutId id) => LogItem.Key(userId, Alias + id.SortKey);

    /// <summary>The key of what leads from a client's own id to the workout's.</summary>
    public static Dictionary<string, AttributeValue> OfExternalId(string userId, string externalId) => LogItem.Key(userId, External + externalId);

    public static bool IsKey(string sortKey) =>
        sortKey.StartsWith(Alias, StringComparison.Ordinal) || sortKey.StartsWith(External, StringComparison.Ordinal);

    /// <summary>Where the item leads, also one that has more to say.</summary>
    /// <exception cref="InvalidDataException">The item names no workout.</exception>
    public static WorkoutId Read(IReadOnlyDictionary<string, AttributeValue> item) =>
        WorkoutId.TryParseSortKey(item[Target].S, out WorkoutId id) ? id : throw new InvalidDataException("An item that leads to a workout names none.");

    /// <summary>Lets an item lead to a workout.</summary>
    public static Dictionary<string, AttributeValue> Lead(Dictionary<string, AttributeValue> item, WorkoutId to)
    {
        item[Target] = new() { S = to.SortKey };
        return item;
    }

    /// <summary>What changes with a workout that moves from one place to another: an alias for as long as it is not where its id says.</summary>
    public static TransactWriteItem Follow(StoredWorkout moved, string table)
    {
        var key = OfMoved(moved.Workout.UserId, moved.Id);
        return moved.IsMoved
            ? new() { Put = new() { TableName = table, Item = Lead(key, moved.Place) } }
            : new() { Delete = new() { TableName = table, Key = key } };
    }

    /// <summary>Takes an <c>externalId</c> for a workout, unless another one has it.</summary>
    /// <param name="gone">A workout that is known to be deleted: the <c>externalId</c> may be taken from it. Null for none.</param>
    public static TransactWriteItem Take(StoredWorkout stored, string externalId, WorkoutId? gone, string table)
    {
        return new()
        {
            Put = new()
            {
                TableName = table,
                Item = Lead(OfExternalId(stored.Workout.UserId, externalId), stored.Id),
                ConditionExpression = gone is null ? LogItem.IsAbsent : IsAbsentOrNamesWorkout,
                ExpressionAttributeValues = gone is { } deleted ? Values(deleted) : null,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
        };
    }

    /// <summary>What goes with a workout that is deleted.</summary>
    public static IEnumerable<TransactWriteItem> Drop(StoredWorkout stored, string table)
    {
        string userId = stored.Workout.UserId;
        if (stored.IsMoved)
        {
            yield return new() { Delete = new() { TableName = table, Key = OfMoved(userId, stored.Id) } };
        }

        if (stored.Workout.ExternalId is { } externalId)
        {
            yield return new()
            {
                Delete = new()
                {
                    TableName = table,
                    Key = OfExternalId(userId, externalId),
                    ConditionExpression = IsAbsentOrNamesWorkout,
                    ExpressionAttributeValues = Values(stored.Id),
                },
            };
        }
    }

    private static Dictionary<string, AttributeValue> Values(WorkoutId workout) => new() { [":workout"] = new() { S = workout.SortKey } };
}
