using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Local;

namespace WorkoutLog.Functions.Tests.Storage.Compatibility;

/// <summary>
/// Items written by released versions, in <c>items.json</c>: a workout logged under a key, an edited workout, and their month.
/// They are never changed; a version with another format adds its own items.
/// </summary>
internal static class GoldenItems
{
    public const string User = "golden";

    /// <summary>Before the record of the key expires.</summary>
    public static readonly FixedTime Now = new(new DateTimeOffset(2026, 11, 21, 18, 0, 0, TimeSpan.Zero));

    public static readonly StoredWorkout Logged = new(IdOf("2026-05-09T05:30:00.123456Z#def2512d2fe21d54"), 1, new Workout
    {
        UserId = User,
        Type = "RUN",
        DurationMinutes = 42.5m,
        CaloriesBurned = 420,
        DistanceKm = 8.1m,
        Notes = "along the river",
        Timestamp = new DateTimeOffset(2026, 5, 9, 7, 30, 0, 123, 456, TimeSpan.FromHours(2)),
    });

    public static readonly StoredWorkout Edited = new(IdOf("2026-06-01T06:30:00.000000Z#9ee63660bd0885d3"), 2, new Workout
    {
        UserId = User,
        Type = "STRENGTH",
        DurationMinutes = 45.25m,
        Notes = "edited",
        Timestamp = new DateTimeOffset(2026, 5, 31, 23, 30, 0, TimeSpan.FromHours(-7)),
    });

    /// <summary>In <c>moved</c>, with its pointers: from its id and from its <c>externalId</c>.</summary>
    public static readonly StoredWorkout Moved = new(IdOf("2026-06-01T06:30:00.000000Z#3c1d4f9a60b2e875"), 2, new Workout
    {
        UserId = User,
        Type = "YOGA",
        DurationMinutes = 60,
        ExternalId = "garmin:1234567890",
        Timestamp = new DateTimeOffset(2026, 6, 2, 8, 30, 0, TimeSpan.FromHours(2)),
    });

    /// <summary>The request that logged the first one.</summary>
    public static IdempotentRequest Request => new("AIDALOCALSERVICE", "golden-1", Fingerprint.Of(new WorkoutDraft
    {
        UserId = User,
        WorkoutType = "RUN",
        DurationMinutes = 42.5m,
        CaloriesBurned = 420,
        DistanceKm = 8.1m,
        Notes = "along the river",
        WorkoutTimestamp = "2026-05-09T07:30:00.123456+02:00",
    }));

    /// <summary>The year's row after a write to a month that may be sealed.</summary>
    public static Dictionary<string, AttributeValue> UnsealedYear => new() { ["month"] = new() { S = ":2026" }, ["v"] = new() { N = "1" } };

    /// <param name="table"><c>logs</c>; <c>moved</c> for more logs; <c>stats</c>; <c>statsByDay</c> for the month with calories and distances by day.</param>
    public static IEnumerable<Dictionary<string, AttributeValue>> Of(string table)
    {
        var file = Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "tests", "functions", "Storage", "Compatibility", "items.json");
        return JsonNode.Parse(File.ReadAllText(file))![table]!.AsArray().Select(item => item!.AsObject().ToDictionary(
            attribute => attribute.Key,
            attribute => new AttributeValue { S = attribute.Value!["S"]?.GetValue<string>(), N = attribute.Value["N"]?.GetValue<string>() }));
    }

    /// <summary>Puts them, and nothing else, where the user's items are.</summary>
    /// <param name="change">Given each item before it is put.</param>
    /// <param name="months">The form of the month.</param>
    public static async Task PutAsync(DynamoDbFixture dynamoDb, Action<Dictionary<string, AttributeValue>>? change = null, string months = "stats")
    {
        foreach (var (table, form, sortKey, present) in new[]
        {
            (dynamoDb.Tables.Logs, "logs", "workoutTimestamp", await dynamoDb.LogsOfAsync(User)),
            (dynamoDb.Tables.Stats, months, "month", await dynamoDb.RollupsOfAsync(User)),
        })
        {
            await Task.WhenAll(present.Select(item => dynamoDb.Client.DeleteItemAsync(table, new() { ["userId"] = item["userId"], [sortKey] = item[sortKey] })));
            foreach (var item in Of(form))
            {
                change?.Invoke(item);
                await dynamoDb.Client.PutItemAsync(table, item);
            }
        }
    }

    private static WorkoutId IdOf(string sortKey) => WorkoutId.TryParseSortKey(sortKey, out var id) ? id : throw new FormatException(sortKey);
}
