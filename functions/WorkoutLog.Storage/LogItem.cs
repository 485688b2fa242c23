using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.Storage;

/// <summary>A workout as an item of the logs table.</summary>
internal static class LogItem
{
    private const string Type = "type";
    private const string Minutes = "minutes";
    private const string Calories = "calories";
    private const string Distance = "distance";
    private const string Notes = "notes";

    /// <summary>Minutes east of UTC; with the key's UTC it gives the local day.</summary>
    private const string UtcOffset = "utcOffset";

    /// <summary>Counts the writes of an item, so that a stale writer can be told.</summary>
    private const string Version = "version";

    private const int FirstVersion = 1;

    public static Dictionary<string, AttributeValue> Of(Workout workout, WorkoutId id)
    {
        var item = new Dictionary<string, AttributeValue>
        {
            [LogsTableSchema.PartitionKey] = new() { S = workout.UserId },
            [LogsTableSchema.SortKey] = new() { S = id.SortKey },
            [LogsTableSchema.ByTypePartitionKey] = new() { S = $"{workout.UserId}#{workout.Type}" },
            [Type] = new() { S = workout.Type },
            [Minutes] = Numbers.Of(workout.DurationMinutes),
            [UtcOffset] = Numbers.Of(workout.Timestamp.TotalOffsetMinutes),
            [Version] = Numbers.Of(FirstVersion),
        };
        if (workout.CaloriesBurned is { } calories)
        {
            item[Calories] = Numbers.Of(calories);
        }

        if (workout.DistanceKm is { } distance)
        {
            item[Distance] = Numbers.Of(distance);
        }

        if (workout.Notes is { } notes)
        {
            item[Notes] = new() { S = notes };
        }

        return item;
    }
}
