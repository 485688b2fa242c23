using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class WorkoutCreationTests(DynamoDbFixture dynamoDb)
{
    private static readonly string[] _types = ["RUN", "CYCLING", "SWIMMING", "STRENGTH", "YOGA", "WALKING", "HIKING", "ROWING"];

    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task Stores_the_documented_items_and_returns_the_workout()
    {
        var workout = Workouts.Of(_user) with { CaloriesBurned = 300.5m, DistanceKm = 0, Notes = "Easy 🏃" };

        var stored = await dynamoDb.LogAsync(workout);

        var item = Assert.Single(await dynamoDb.LogsOfAsync(_user));
        Assert.Equal((_user, $"{_user}#RUN", stored.Id.SortKey), (item["userId"].S, item["userIdType"].S, item["workoutTimestamp"].S));
        Assert.Equal("calories=300.5 distance=0 minutes=30 notes=Easy 🏃 type=RUN utcOffset=120 version=1", item.Show());
        Assert.Equal((workout, 1), (stored.Workout, stored.Version));
        Assert.Equal(stored, await dynamoDb.Workouts.GetAsync(_user, stored.Id, DynamoDbFixture.Soon()));
    }

    [Fact]
    public async Task Omits_absent_values_and_adds_each_workout_to_the_row_of_its_local_month()
    {
        var workout = Workouts.Of(_user);

        await dynamoDb.LogAsync(workout with { DurationMinutes = 0.5m });
        Assert.Equal("minutes=0.5 type=RUN utcOffset=120 version=1", Assert.Single(await dynamoDb.LogsOfAsync(_user)).Show());
        await dynamoDb.LogAsync(workout with { CaloriesBurned = 300.5m, DistanceKm = 5 });
        await dynamoDb.LogAsync(workout with { Timestamp = workout.Timestamp.AddHours(-1) });

        Assert.Equal(
            ["2026-04: 30m=30 30n=1 RUN.m=30 RUN.n=1 c=1 d=1 v=1", "2026-05: !=5 01m=30.5 01n=2 A=300.5 RUN.c=300.5 RUN.d=5 RUN.m=30.5 RUN.n=2 c=1 d=1 v=2"],
            (await dynamoDb.RollupsOfAsync(_user)).Select(row => $"{row["month"].S}: {row.Show()}"));
    }

    [Fact]
    public async Task Sums_stay_exact()
    {
        for (int i = 0; i < 10; i++)
        {
            await dynamoDb.LogAsync(Workouts.Of(_user) with { DurationMinutes = 0.1m, DistanceKm = 0.000000000000000001m, CaloriesBurned = 20_000 });
        }

        var row = Assert.Single(await dynamoDb.RollupsOfAsync(_user)).Show();
        Assert.Equal("!=0.00000000000000001 01m=1 01n=10 A=200000 RUN.c=200000 RUN.d=0.00000000000000001 RUN.m=1 RUN.n=10 v=10", row);
    }

    [Fact]
    public async Task Concurrent_writes_of_one_user_are_all_counted()
    {
        const int Writes = 24;

        await Task.WhenAll(Enumerable.Range(0, Writes).Select(_ => Task.Run(() => dynamoDb.LogAsync(Workouts.Of(_user)))));

        Assert.Equal(Writes, (await dynamoDb.LogsOfAsync(_user)).Count);
        Assert.Equal("01m=720 01n=24 RUN.m=720 RUN.n=24 c=24 d=24 v=24", Assert.Single(await dynamoDb.RollupsOfAsync(_user)).Show());
    }

    [Fact]
    public async Task Nothing_is_written_when_one_item_fails_and_the_key_stays_free()
    {
        var row = new Dictionary<string, AttributeValue> { ["userId"] = new() { S = _user }, ["month"] = new() { S = "2026-05" }, ["RUN.n"] = new() { S = "no number" } };
        await dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Stats, row);
        await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => dynamoDb.CreateAsync(Workouts.Of(_user), Workouts.Request(_user)));
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));

        row.Remove("RUN.n");
        await dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Stats, row);
        await dynamoDb.CreateAsync(Workouts.Of(_user), Workouts.Request(_user));

        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task A_month_of_8_types_and_31_days_with_all_measures_stays_within_1_KB()
    {
        string cognitoUser = $"us-east-1:{Guid.NewGuid()}";
        var units = new HashSet<double>();

        foreach (var (day, session) in from day in Enumerable.Range(1, 31) from session in Enumerable.Range(0, 2) select (day, session))
        {
            var scope = DynamoDbFixture.Soon();
            await dynamoDb.CreateAsync(
                Workouts.At(cognitoUser, $"2026-05-{day:00}T0{7 + session}:00:00Z") with
                {
                    Type = _types[(day + (session * 3)) % _types.Length],
                    DurationMinutes = 47.5m,
                    CaloriesBurned = 512.5m,
                    DistanceKm = 10.55m,
                },
                scope: scope);
            units.Add(scope.WriteUnits);
        }

        var row = Assert.Single(await dynamoDb.RollupsOfAsync(cognitoUser));
        Assert.Equal(977, row.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + SizeOf(attribute.Value)));
        // The last write costs as much as the first.
        Assert.Single(units);
    }

    // DynamoDB's documented rule: text in UTF-8, numbers one byte per two digits plus one.
    private static int SizeOf(AttributeValue value) => value.N is { } number ? SizeOf(decimal.Parse(number, CultureInfo.InvariantCulture)) : Encoding.UTF8.GetByteCount(value.S);

    // DynamoDB trims zeros at both ends, as DynamoDB Local shows. The point may split a pair of digits, which costs one more byte.
    private static int SizeOf(decimal number) => ExactDecimal.Format(number).Split('.').Sum(part => (part.Length + 1) / 2) + 1;
}
