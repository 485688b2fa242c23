using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class WorkoutCreationTests(DynamoDbFixture dynamoDb)
{
    [Fact]
    public async Task Stores_the_workout_as_the_design_says()
    {
        string user = DynamoDbFixture.NewUser();
        var workout = Workouts.Of(user) with { CaloriesBurned = 300.5m, DistanceKm = 0, Notes = "Easy 🏃" };

        var stored = await dynamoDb.LogAsync(workout);

        var item = Assert.Single(await dynamoDb.LogsOfAsync(user));
        Assert.Equal(
            [
                "calories=300.5",
                "distance=0",
                "minutes=30",
                "notes=Easy 🏃",
                "type=RUN",
                $"userId={user}",
                $"userIdType={user}#RUN",
                "utcOffset=120",
                "version=1",
                $"workoutTimestamp={stored.Id.SortKey}",
            ],
            Show(item));
    }

    [Fact]
    public async Task Hands_back_what_is_stored()
    {
        string user = DynamoDbFixture.NewUser();
        var workout = Workouts.Of(user) with { CaloriesBurned = 300.5m, DistanceKm = 0, Notes = "" };

        var stored = await dynamoDb.LogAsync(workout);

        Assert.Equal((workout, 1), (stored.Workout, stored.Version));
        Assert.Equal(stored, await dynamoDb.Workouts.GetAsync(user, stored.Id, DynamoDbFixture.Soon()));
    }

    [Fact]
    public async Task Leaves_out_what_the_user_did_not_say()
    {
        string user = DynamoDbFixture.NewUser();

        await dynamoDb.LogAsync(Workouts.Of(user));

        var item = Assert.Single(await dynamoDb.LogsOfAsync(user));
        Assert.Equal(["minutes", "type", "userId", "userIdType", "utcOffset", "version", "workoutTimestamp"], item.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Adds_each_workout_to_the_row_of_its_local_month()
    {
        string user = DynamoDbFixture.NewUser();
        var workout = Workouts.Of(user);

        await dynamoDb.LogAsync(workout with { CaloriesBurned = 300.5m, DistanceKm = 5 });
        await dynamoDb.LogAsync(workout with { DurationMinutes = 0.5m });
        await dynamoDb.LogAsync(workout with { Timestamp = workout.Timestamp.AddHours(-1) });

        var rows = await dynamoDb.RollupsOfAsync(user);
        Assert.Equal(2, rows.Count);
        Assert.Equal(["30m=30", "30n=1", "RUN.m=30", "RUN.n=1", "month=2026-04", "o=120", $"userId={user}", "v=1"], Show(rows[0]));
        Assert.Equal(["01m=30.5", "01n=2", "RUN.c=300.5", "RUN.d=5", "RUN.m=30.5", "RUN.n=2", "month=2026-05", "o=120", $"userId={user}", "v=2"], Show(rows[1]));
    }

    [Fact]
    public async Task Sums_stay_exact()
    {
        string user = DynamoDbFixture.NewUser();

        for (int i = 0; i < 10; i++)
        {
            await dynamoDb.LogAsync(Workouts.Of(user) with { DurationMinutes = 0.1m, DistanceKm = 0.000000000000000001m, CaloriesBurned = 20_000 });
        }

        var row = Assert.Single(await dynamoDb.RollupsOfAsync(user));
        Assert.Equal((1m, 0.00000000000000001m, 200_000m), (Number(row["RUN.m"]), Number(row["RUN.d"]), Number(row["RUN.c"])));
    }

    [Fact]
    public async Task Writes_of_one_user_at_the_same_time_are_all_counted()
    {
        const int Writes = 24;
        string user = DynamoDbFixture.NewUser();

        await Task.WhenAll(Enumerable.Range(0, Writes).Select(_ => Task.Run(() => dynamoDb.LogAsync(Workouts.Of(user)))));

        var row = Assert.Single(await dynamoDb.RollupsOfAsync(user));
        Assert.Equal(Writes, (await dynamoDb.LogsOfAsync(user)).Count);
        Assert.Equal(("24", "720"), (row["RUN.n"].N, row["RUN.m"].N));
    }

    [Fact]
    public async Task Neither_item_is_written_when_one_of_them_fails()
    {
        string user = DynamoDbFixture.NewUser();
        await dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Stats, new Dictionary<string, AttributeValue>
        {
            ["userId"] = new() { S = user },
            ["month"] = new() { S = "2026-05" },
            ["RUN.n"] = new() { S = "not a number" },
        });

        await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => dynamoDb.LogAsync(Workouts.Of(user)));

        Assert.Empty(await dynamoDb.LogsOfAsync(user));
    }

    private static decimal Number(AttributeValue value) => decimal.Parse(value.N, CultureInfo.InvariantCulture);

    private static string[] Show(Dictionary<string, AttributeValue> item) =>
        [.. item.Select(attribute => $"{attribute.Key}={attribute.Value.S ?? attribute.Value.N}").Order(StringComparer.Ordinal)];
}
