using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Runs of 30 minutes, as a domain object, as a request and as a body.</summary>
internal static class Workouts
{
    public static Workout Of(string userId) => At(userId, "2026-05-01T00:30:00.123456+02:00");

    /// <param name="timestamp">With an offset.</param>
    public static Workout At(string userId, string timestamp) =>
        new() { UserId = userId, Type = "RUN", DurationMinutes = 30, Timestamp = Moment(timestamp) };

    public static DateTimeOffset Moment(string timestamp) => DateTimeOffset.Parse(timestamp, CultureInfo.InvariantCulture);

    /// <summary>Random workouts of the configured types, around New Year, at any offset and with any number of digits.</summary>
    public static Gen<Workout> One()
    {
        var quantity = Gen.OneOf(
            Gen.Constant<decimal?>(null),
            from units in Gen.Choose(0, int.MaxValue) from scale in Gen.Choose(6, 18) select (decimal?)new decimal(units, 0, 0, false, (byte)scale));
        return
            from type in Gen.Elements("RUN", "CYCLING", "HIIT_2")
            from cents in Gen.Choose(1, 144_000)
            from calories in quantity
            from distance in quantity
            from minute in Gen.Choose(0, 4 * 30 * 24 * 60)
            from quarters in Gen.Choose(-56, 56)
            select Of("") with
            {
                Type = type,
                DurationMinutes = cents / 100m,
                CaloriesBurned = calories,
                DistanceKm = distance,
                Timestamp = Moment("2025-11-15T00:00:00Z").AddMinutes(minute).ToOffset(TimeSpan.FromMinutes(15 * quarters)),
            };
    }

    public static Arbitrary<Workout[]> Some(int most) =>
        (from count in Gen.Choose(0, most) from workouts in One().ListOf(count) select workouts.ToArray()).ToArbitrary();

    /// <param name="more">Further members, each preceded by a comma.</param>
    public static string Body(string userId, string more = "") => $$"""{"userId":"{{userId}}","workoutType":"RUN","durationMinutes":30{{more}}}""";

    public static string Batch(params string[] workouts) => $$"""{"workouts":[{{string.Join(',', workouts)}}]}""";

    /// <summary>The request for a workout of <paramref name="userId"/> as <see cref="Of"/> makes it.</summary>
    public static IdempotentRequest Request(string userId, string key = "key-1", string caller = "caller-1") =>
        new(caller, key, Fingerprint.Of(new WorkoutDraft { UserId = userId, WorkoutType = "RUN", DurationMinutes = 30 }));

    /// <summary>Stores a workout without conflicts.</summary>
    public static async Task<StoredWorkout> LogAsync(this DynamoDbFixture dynamoDb, Workout workout) =>
        Assert.IsType<CreateOutcome.Created>(await dynamoDb.CreateAsync(workout)).Stored;

    public static Task<EditOutcome> DeleteAsync(this DynamoDbFixture dynamoDb, StoredWorkout stored) =>
        dynamoDb.Editing.DeleteAsync(stored.Workout.UserId, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon());

    /// <summary>Runs in May and June 2026, as <see cref="WriteManyAsync(DynamoDbFixture, string, IEnumerable{Workout})"/> writes them.</summary>
    public static Task<StoredWorkout[]> WriteManyAsync(this DynamoDbFixture dynamoDb, string userId, int count, string notes) => dynamoDb.WriteManyAsync(
        userId,
        Enumerable.Range(0, count).Select(number => Of(userId) with
        {
            Timestamp = new DateTimeOffset(2026, 5, 1 + (number % 28), 8, 0, 0, TimeSpan.Zero).AddMonths(number % 2),
            Notes = notes,
        }));

    /// <summary>Written directly to the logs table without roll-ups, to create a long history quickly.</summary>
    public static async Task<StoredWorkout[]> WriteManyAsync(this DynamoDbFixture dynamoDb, string userId, IEnumerable<Workout> workouts)
    {
        StoredWorkout[] all = [.. workouts.Select(workout => new StoredWorkout(WorkoutId.New(workout.Timestamp), 1, workout with { UserId = userId }))];
        await Parallel.ForEachAsync(
            all.Chunk(25),
            async (chunk, cancellation) => await dynamoDb.Client.BatchWriteItemAsync(
                new BatchWriteItemRequest
                {
                    RequestItems = new() { [dynamoDb.Tables.Logs] = [.. chunk.Select(stored => new WriteRequest(new PutRequest(Item(stored))))] },
                },
                cancellation));
        return all;
    }

    private static Dictionary<string, AttributeValue> Item(StoredWorkout stored) => new()
    {
        ["userId"] = new() { S = stored.Workout.UserId },
        ["workoutTimestamp"] = new() { S = stored.Id.SortKey },
        ["userIdType"] = new() { S = $"{stored.Workout.UserId}#{stored.Workout.Type}" },
        ["type"] = new() { S = stored.Workout.Type },
        ["minutes"] = new() { N = ExactDecimal.Format(stored.Workout.DurationMinutes) },
        ["notes"] = new() { S = stored.Workout.Notes ?? "" },
        ["utcOffset"] = new() { N = $"{stored.Workout.Timestamp.TotalOffsetMinutes}" },
        ["version"] = new() { N = "1" },
    };

    /// <summary>An item's attributes in order of their names, numbers without trailing zeros: <c>RUN.n=1 v=1</c>.</summary>
    /// <param name="item">Without its key and attributes other than numbers and text.</param>
    public static string Show(this Dictionary<string, AttributeValue> item) => string.Join(' ', item
        .Where(attribute => attribute.Key is not ("userId" or "month" or "workoutTimestamp" or "userIdType"))
        .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
        .Select(attribute => $"{attribute.Key}={attribute.Value.S ?? ExactDecimal.Format(decimal.Parse(attribute.Value.N, CultureInfo.InvariantCulture))}"));
}
