using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;

namespace WorkoutLog.Storage;

/// <summary>A workout with its id and version.</summary>
/// <param name="Version">1 for a new one; each edit adds 1.</param>
public sealed record StoredWorkout(WorkoutId Id, int Version, Workout Workout)
{
    /// <summary>The workout's current key: its id, until it is moved in time.</summary>
    public WorkoutId Place => Id.At(Workout.Timestamp);

    /// <summary>Whether the workout's key differs from its id; an alias then leads to it.</summary>
    public bool IsMoved => Place != Id;
}

/// <summary>A workout as an item of the logs table.</summary>
internal static class LogItem
{
    /// <summary>Counts the writes of an item, to detect a stale writer.</summary>
    public const string Version = ChangeAttributes.Version;

    public const int FirstVersion = 1;

    /// <summary>Write condition: no item exists under the key.</summary>
    public const string IsAbsent = $"attribute_not_exists({LogsTableSchema.PartitionKey})";

    /// <summary>The workout's id; only for moved workouts, and for all workouts if changes are marked.</summary>
    private const string Id = ChangeAttributes.WorkoutId;

    /// <summary>Random token of the edit that wrote the item, so that a retry recognises its own write.</summary>
    private const string WriteToken = "w";

    public static Dictionary<string, AttributeValue> Key(string userId, WorkoutId place) => Key(userId, place.SortKey);

    /// <param name="sortKey">Of any kind of item.</param>
    public static Dictionary<string, AttributeValue> Key(string userId, string sortKey) => new()
    {
        [LogsTableSchema.PartitionKey] = new() { S = userId },
        [LogsTableSchema.SortKey] = new() { S = sortKey },
    };

    /// <summary>Partition of the index by type.</summary>
    public static AttributeValue ByTypePartition(string userId, string type) => new() { S = $"{userId}#{type}" };

    /// <param name="writeToken">Null for a new workout, which is identified by its random id.</param>
    public static Dictionary<string, AttributeValue> Of(StoredWorkout stored, string? writeToken = null)
    {
        Workout workout = stored.Workout;
        var item = Key(workout.UserId, stored.Place);
        item[LogsTableSchema.ByTypePartitionKey] = ByTypePartition(workout.UserId, workout.Type);
        item[LogsTableSchema.Type] = new() { S = workout.Type };
        item[LogsTableSchema.Minutes] = Numbers.Of(workout.DurationMinutes);
        item[LogsTableSchema.UtcOffset] = Numbers.Of(workout.Timestamp.TotalOffsetMinutes);
        item[Version] = Numbers.Of(stored.Version);
        if (workout.CaloriesBurned is { } calories)
        {
            item[LogsTableSchema.Calories] = Numbers.Of(calories);
        }

        if (workout.DistanceKm is { } distance)
        {
            item[LogsTableSchema.Distance] = Numbers.Of(distance);
        }

        if (workout.Notes is { } notes)
        {
            item[LogsTableSchema.Notes] = new() { S = notes };
        }

        if (workout.ExternalId is { } externalId)
        {
            item[LogsTableSchema.ExternalId] = new() { S = externalId };
        }

        if (stored.IsMoved)
        {
            item[Id] = new() { S = stored.Id.ToString() };
        }

        if (writeToken is not null)
        {
            item[WriteToken] = new() { S = writeToken };
        }

        return item;
    }

    /// <exception cref="InvalidDataException">The item is not a workout.</exception>
    public static StoredWorkout Read(IReadOnlyDictionary<string, AttributeValue> item)
    {
        if (!WorkoutId.TryParseSortKey(item[LogsTableSchema.SortKey].S, out WorkoutId place))
        {
            throw new InvalidDataException("An item of the logs table has a sort key that is not a workout's.");
        }

        WorkoutId id = place;
        if (item.TryGetValue(Id, out var movedFrom) && !WorkoutId.TryParse(movedFrom.S, out id))
        {
            throw new InvalidDataException("A moved workout has no id.");
        }

        return new StoredWorkout(id, Numbers.ReadInt(item[Version]), new Workout
        {
            UserId = item[LogsTableSchema.PartitionKey].S,
            Type = item[LogsTableSchema.Type].S,
            DurationMinutes = Numbers.ReadDecimal(item[LogsTableSchema.Minutes]),
            CaloriesBurned = ReadOptional(item, LogsTableSchema.Calories),
            DistanceKm = ReadOptional(item, LogsTableSchema.Distance),
            Notes = item.TryGetValue(LogsTableSchema.Notes, out var notes) ? notes.S : null,
            ExternalId = item.TryGetValue(LogsTableSchema.ExternalId, out var externalId) ? externalId.S : null,
            Timestamp = place.Timestamp.ToOffset(TimeSpan.FromMinutes(Numbers.ReadInt(item[LogsTableSchema.UtcOffset]))),
        });
    }

    public static bool IsWrittenBy(IReadOnlyDictionary<string, AttributeValue> item, string writeToken) =>
        item.TryGetValue(WriteToken, out var token) && token.S == writeToken;

    private static decimal? ReadOptional(IReadOnlyDictionary<string, AttributeValue> item, string attribute) =>
        item.TryGetValue(attribute, out var value) ? Numbers.ReadDecimal(value) : null;
}

/// <summary>Numbers as DynamoDB attributes.</summary>
internal static class Numbers
{
    public static AttributeValue Of(decimal value) => new() { N = ExactDecimal.Format(value) };

    public static AttributeValue Of(int value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    public static decimal ReadDecimal(AttributeValue value) =>
        ExactDecimal.Trim(decimal.Parse(value.N, NumberStyles.Float, CultureInfo.InvariantCulture));

    public static int ReadInt(AttributeValue value) => int.Parse(value.N, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
