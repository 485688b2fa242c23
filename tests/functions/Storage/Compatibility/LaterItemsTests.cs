using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.Storage.Compatibility;

/// <summary>
/// What a later version adds to items does not disturb this one: while a canary runs, and after a roll-back, both work on the
/// same tables. docs/zero-downtime.md says what follows for a version that adds attributes.
/// </summary>
[Collection(DynamoDbCollection.Name)]
public sealed class LaterItemsTests(DynamoDbFixture dynamoDb) : IAsyncLifetime
{
    private const string User = GoldenItems.User;

    public Task InitializeAsync() => GoldenItems.PutAsync(dynamoDb, Extend);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Are_read_listed_and_counted()
    {
        Assert.Equal(GoldenItems.Logged, await dynamoDb.Workouts.GetAsync(User, GoldenItems.Logged.Id, DynamoDbFixture.Soon()));
        var page = await dynamoDb.Workouts.ListAsync(new WorkoutQuery(User, null, TimeRange.All, 10, After: null), DynamoDbFixture.Soon());
        Assert.Equal([GoldenItems.Edited, GoldenItems.Logged], page.Workouts);
        var month = Assert.Single(await dynamoDb.Reader.ReadMonthsAsync(User, MonthRange.All, DynamoDbFixture.Soon()));
        Assert.Equal(["RUN", "STRENGTH"], month.ByType.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new Totals(1, 42.5m, 420, 8.1m), month.ByType["RUN"]);
        Assert.Empty(await dynamoDb.Audit.AuditAsync(User, DynamoDbFixture.Soon()));
    }

    [Fact]
    public async Task Keep_a_key_from_logging_its_workout_again()
    {
        var outcome = await dynamoDb.StoreWith(dynamoDb.Client, GoldenItems.Now).CreateAsync(
            GoldenItems.Logged.Workout, GoldenItems.Request, DynamoDbFixture.Soon());

        Assert.Equal(new CreateOutcome.Replayed(GoldenItems.Logged), outcome);
    }

    [Fact]
    public async Task Lose_what_is_added_to_a_workout_when_it_is_replaced_and_nothing_else()
    {
        var outcome = await dynamoDb.StoreWith(dynamoDb.Client, GoldenItems.Now).ReplaceAsync(
            User, GoldenItems.Logged.Id, workout => workout with { Notes = "replaced" }, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.IsType<EditOutcome.Done>(outcome);
        var items = await dynamoDb.LogsOfAsync(User);
        var replaced = items.Single(item => item["workoutTimestamp"].S == GoldenItems.Logged.Id.SortKey);
        Assert.Equal(
            ["calories", "distance", "minutes", "notes", "type", "userId", "userIdType", "utcOffset", "version", "w", "workoutTimestamp"],
            replaced.Keys.Order(StringComparer.Ordinal));
        Assert.All(items.Where(item => item != replaced), item => Assert.True(item.ContainsKey("later"), item["workoutTimestamp"].S));
        Assert.Equal("7", Assert.Single(await dynamoDb.RollupsOfAsync(User))["later"].N);
    }

    [Fact]
    public async Task Keep_what_is_added_to_a_month_while_its_sums_go_on()
    {
        await dynamoDb.LogAsync(GoldenItems.Logged.Workout with { DurationMinutes = 10 });

        var month = Assert.Single(await dynamoDb.RollupsOfAsync(User));
        Assert.Equal(("7", "151", "52.5"), (month["later"].N, month["RUN.h"].N, month["RUN.m"].N));
    }

    [Fact]
    public async Task Are_deleted_as_a_whole()
    {
        await dynamoDb.StoreWith(dynamoDb.Client, GoldenItems.Now).DeleteAsync(User, GoldenItems.Logged.Id, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.DoesNotContain(await dynamoDb.LogsOfAsync(User), item => item["workoutTimestamp"].S == GoldenItems.Logged.Id.SortKey);
        Assert.Empty(await dynamoDb.Audit.AuditAsync(User, DynamoDbFixture.Soon()));
    }

    // A number, a map, and in a month a further measure beside those of each type.
    private static void Extend(Dictionary<string, AttributeValue> item)
    {
        item["later"] = new() { N = "7" };
        item["laterStill"] = new() { M = new() { ["device"] = new() { S = "watch" } } };
        if (item.ContainsKey("month"))
        {
            item["RUN.h"] = new() { N = "151" };
        }
    }
}
