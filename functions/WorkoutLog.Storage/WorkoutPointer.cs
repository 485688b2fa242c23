using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace WorkoutLog.Storage;

/// <summary>Items of the logs table that point to a workout. They sort after every timestamp, so lists of workouts exclude them.</summary>
internal static class WorkoutPointer
{
    private const string Alias = "ALIAS#";
    private const string External = "EXTERNAL#";
    private const string Target = "workout";

    private const string IsAbsentOrNamesWorkout = $"{LogItem.IsAbsent} OR {Target} = :workout";

    /// <summary>The key of the pointer from a workout's id to its key after a move.</summary>
    public static Dictionary<string, AttributeValue> OfMoved(string userId, WorkoutId id) => LogItem.Key(userId, Alias + id.SortKey);

    /// <summary>The key of the pointer from an external id to the workout's id.</summary>
    public static Dictionary<string, AttributeValue> OfExternalId(string userId, string externalId) => LogItem.Key(userId, External + externalId);

    public static bool IsKey(string sortKey) =>
        sortKey.StartsWith(Alias, StringComparison.Ordinal) || sortKey.StartsWith(External, StringComparison.Ordinal);

    /// <summary>The item's target; the item may have other attributes.</summary>
    /// <exception cref="InvalidDataException">The item names no workout.</exception>
    public static WorkoutId Read(IReadOnlyDictionary<string, AttributeValue> item) =>
        WorkoutId.TryParseSortKey(item[Target].S, out WorkoutId id) ? id : throw new InvalidDataException("A pointer item names no workout.");

    /// <summary>Points an item to a workout.</summary>
    public static Dictionary<string, AttributeValue> PointTo(Dictionary<string, AttributeValue> item, WorkoutId to)
    {
        item[Target] = new() { S = to.SortKey };
        return item;
    }

    /// <summary>The alias write of a move: an alias exists while the workout's key differs from its id.</summary>
    public static TransactWriteItem ForMove(StoredWorkout moved, string table)
    {
        var key = OfMoved(moved.Workout.UserId, moved.Id);
        return moved.IsMoved
            ? new() { Put = new() { TableName = table, Item = PointTo(key, moved.Place) } }
            : new() { Delete = new() { TableName = table, Key = key } };
    }

    /// <summary>Assigns an <c>externalId</c> to a workout, unless another one has it.</summary>
    /// <param name="gone">A deleted workout from which the <c>externalId</c> may be taken; null for none.</param>
    public static TransactWriteItem Assign(StoredWorkout stored, string externalId, WorkoutId? gone, string table)
    {
        return new()
        {
            Put = new()
            {
                TableName = table,
                Item = PointTo(OfExternalId(stored.Workout.UserId, externalId), stored.Id),
                ConditionExpression = gone is null ? LogItem.IsAbsent : IsAbsentOrNamesWorkout,
                ExpressionAttributeValues = gone is { } deleted ? Values(deleted) : null,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
        };
    }

    /// <summary>The pointer writes of a deletion.</summary>
    public static IEnumerable<TransactWriteItem> ForDeletion(StoredWorkout stored, string table)
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
