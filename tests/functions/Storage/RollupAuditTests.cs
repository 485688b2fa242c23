using Amazon.DynamoDBv2.Model;
using WorkoutLog.Storage.Repair;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class RollupAuditTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task Finds_and_changes_nothing_without_differences()
    {
        Assert.Empty(await AuditAsync());
        await LogSomeAsync();
        var before = await ShowAsync();

        Assert.Empty(await AuditAsync());
        Assert.Empty(await RepairAsync());

        Assert.Equal(before, await ShowAsync());
    }

    [Fact]
    public async Task Reports_each_difference_and_changes_nothing()
    {
        await LogSomeAsync();
        await SpoilAsync("2026-04", ("RUN.m", "29.5"));
        await SpoilAsync("2026-05", ("RUN.c", "0"), ("01n", "2"), ("31m", "1"), ("YOGA.n", "-1"), ("A", "1"), ("?", "2"), ("d", "0"));
        await SpoilAsync("2020-01", ("RUN.n", "1"));
        var before = await ShowAsync();

        var found = await AuditAsync();

        Assert.Equal(
            [
                new RollupDifference("2020-01", "RUN.n", 1, 0),
                new RollupDifference("2026-04", "RUN.m", 29.5m, 30),
                new RollupDifference("2026-05", "01c", 1, 300.25m),
                new RollupDifference("2026-05", "01n", 2, 1),
                new RollupDifference("2026-05", "31d", 2, 0),
                new RollupDifference("2026-05", "31m", 1, 0),
                new RollupDifference("2026-05", "RUN.c", 0, 300.25m),
                new RollupDifference("2026-05", "YOGA.n", -1, 0),
                new RollupDifference("2026-05", "d", 0, 1),
            ],
            found);
        Assert.Equal(before, await ShowAsync());
    }

    [Fact]
    public async Task Repairs_only_months_that_differ()
    {
        await LogSomeAsync();
        var right = await ShowAsync();
        await SpoilAsync("2026-05", ("RUN.c", "0"), ("YOGA.n", "-1"));
        await SpoilAsync("2020-01", ("RUN.n", "1"), ("later", "7"));

        var repaired = await RepairAsync();

        Assert.Equal(["2020-01 RUN.n", "2026-05 RUN.c", "2026-05 YOGA.n"], repaired.Select(difference => $"{difference.Month} {difference.Measure}"));
        Assert.Equal(["2020-01: later=7 v=1", right[0], right[1].Replace("v=1", "v=2", StringComparison.Ordinal), ":2020: v=1"], await ShowAsync());
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task Repairs_a_missing_row_and_one_that_no_write_could_add_to()
    {
        await dynamoDb.LogAsync(Workouts.Of(_user));
        await dynamoDb.Client.DeleteItemAsync(dynamoDb.Tables.Stats, Key("2026-05"));
        await RepairAsync();
        Assert.Equal(["2026-05: 01m=30 01n=1 RUN.m=30 RUN.n=1 c=1 d=1 v=1"], await ShowAsync());

        await dynamoDb.Client.UpdateItemAsync(
            dynamoDb.Tables.Stats, Key("2026-05"), new() { ["RUN.n"] = new AttributeValueUpdate(new AttributeValue { S = "no number" }, "PUT") });
        Assert.Equal([new RollupDifference("2026-05", "RUN.n", null, 1)], await RepairAsync());
        await dynamoDb.LogAsync(Workouts.Of(_user));
        Assert.Equal(["2026-05: 01m=60 01n=2 RUN.m=60 RUN.n=2 c=2 d=2 v=3"], await ShowAsync());
    }

    [Fact]
    public async Task Months_are_the_users_local_months()
    {
        // In UTC all three are in another month or year.
        foreach (var timestamp in new[] { "2026-01-01T00:00:00+14:00", "2025-12-31T23:59:59-14:00", "2026-02-01T00:00:00+01:00" })
        {
            await dynamoDb.LogAsync(Workouts.At(_user, timestamp));
        }

        var right = await ShowAsync();
        await SpoilAsync("2025-12", ("RUN.n", "7"));
        await SpoilAsync("2026-01", ("RUN.n", "7"));
        await SpoilAsync("2026-02", ("RUN.n", "7"));

        var repaired = await RepairAsync();

        Assert.Equal([("2025-12", 1), ("2026-01", 1), ("2026-02", 1)], repaired.Select(difference => (difference.Month, (int)difference.Recomputed)));
        // Two of the months are of one year, and no reader may have sealed any.
        Assert.Equal(right.Take(3).Select(row => row.Replace("v=1", "v=2", StringComparison.Ordinal)).Append(":2025: v=2").Append(":2026: v=4"), await ShowAsync());
    }

    [Fact]
    public async Task A_workout_logged_between_audit_and_rewrite_is_counted()
    {
        await dynamoDb.LogAsync(Workouts.Of(_user));
        await SpoilAsync("2026-05", ("RUN.n", "7"));
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeWrite = (_, number) => number == 1 ? dynamoDb.LogAsync(Workouts.Of(_user)) : Task.CompletedTask,
        };

        var repaired = await dynamoDb.AuditWith(client.Client).RepairAsync(_user, DynamoDbFixture.Soon());

        Assert.Equal(2, client.Transactions.Count);
        Assert.Equal([new RollupDifference("2026-05", "RUN.n", 8, 2)], repaired);
        Assert.Equal(["2026-05: 01m=60 01n=2 RUN.m=60 RUN.n=2 c=2 d=2 v=3"], await ShowAsync());
    }

    [Fact]
    public async Task Other_writes_may_happen_during_a_repair()
    {
        const int Writes = 30;
        await dynamoDb.LogAsync(Workouts.Of(_user));
        await SpoilAsync("2026-05", ("RUN.n", "1000"));

        var repairing = Task.Run(RepairAsync);
        for (int write = 0; write < Writes; write++)
        {
            var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
            if (write % 3 == 0)
            {
                await dynamoDb.DeleteAsync(stored);
            }
        }

        Assert.Single(await repairing);
        Assert.Empty(await AuditAsync());
        Assert.Equal("21", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    [Fact]
    public async Task Gives_up_under_continuous_writes()
    {
        await dynamoDb.LogAsync(Workouts.Of(_user));
        await SpoilAsync("2026-05", ("RUN.n", "7"));
        var clock = new ManualTime();
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeWrite = async (_, number) =>
            {
                await dynamoDb.LogAsync(Workouts.Of(_user));
                clock.Advance(number == 2 ? DynamoDbFixture.Patience : TimeSpan.Zero);
            },
        };

        await Assert.ThrowsAsync<StorageConflictException>(() => dynamoDb.AuditWith(client.Client).RepairAsync(_user, DynamoDbFixture.Soon(clock)));

        Assert.Equal(2, client.Transactions.Count);
    }

    private Task<IReadOnlyList<RollupDifference>> AuditAsync() => dynamoDb.Audit.AuditAsync(_user, DynamoDbFixture.Soon());

    private Task<IReadOnlyList<RollupDifference>> RepairAsync() => dynamoDb.Audit.RepairAsync(_user, DynamoDbFixture.Soon());

    private async Task LogSomeAsync()
    {
        var workout = Workouts.Of(_user);
        await dynamoDb.LogAsync(workout with { CaloriesBurned = 300.25m });
        await dynamoDb.LogAsync(workout with { Timestamp = workout.Timestamp.AddHours(-1) });
    }

    private Task<UpdateItemResponse> SpoilAsync(string month, params (string Attribute, string Number)[] sums) => dynamoDb.Client.UpdateItemAsync(
        dynamoDb.Tables.Stats,
        Key(month),
        sums.ToDictionary(sum => sum.Attribute, sum => new AttributeValueUpdate(new AttributeValue { N = sum.Number }, "PUT")));

    private Dictionary<string, AttributeValue> Key(string month) => new() { ["userId"] = new() { S = _user }, ["month"] = new() { S = month } };

    private async Task<string[]> ShowAsync() => [.. (await dynamoDb.RollupsOfAsync(_user)).Select(row => $"{row["month"].S}: {row.Show()}")];
}
