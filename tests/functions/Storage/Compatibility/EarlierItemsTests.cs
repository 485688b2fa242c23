using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.Storage.Compatibility;

/// <summary>What an earlier version wrote is read, counted, edited and deleted by this one: a deployment finds it in the tables.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class EarlierItemsTests(DynamoDbFixture dynamoDb) : IAsyncLifetime
{
    private const string User = GoldenItems.User;

    public Task InitializeAsync() => GoldenItems.PutAsync(dynamoDb);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Are_read_and_listed()
    {
        Assert.Equal(GoldenItems.Logged, await dynamoDb.Workouts.GetAsync(User, GoldenItems.Logged.Id, DynamoDbFixture.Soon()));
        Assert.Equal([GoldenItems.Edited, GoldenItems.Logged], (await ListAsync(type: null)).Workouts);
        Assert.Equal([GoldenItems.Edited], (await ListAsync("STRENGTH")).Workouts);
    }

    [Fact]
    public async Task Are_counted()
    {
        var month = Assert.Single(await dynamoDb.Reader.ReadMonthsAsync(User, MonthRange.All, DynamoDbFixture.Soon()));

        Assert.Equal(("2026-05", TimeSpan.FromHours(-7)), (month.Month, month.UtcOffset));
        Assert.Equal(
            [("RUN", new Totals(1, 42.5m, 420, 8.1m)), ("STRENGTH", new Totals(1, 45.25m, 0, 0))],
            month.ByType.Select(type => (type.Key, type.Value)).Order(Comparer<(string Key, Totals)>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key))));
        Assert.Empty(await dynamoDb.Audit.AuditAsync(User, DynamoDbFixture.Soon()));
    }

    [Fact]
    public async Task Are_edited_and_deleted_with_their_statistics()
    {
        var store = dynamoDb.StoreWith(dynamoDb.Client, GoldenItems.Now);

        var edit = await store.ReplaceAsync(
            User, GoldenItems.Edited.Id, workout => workout with { DurationMinutes = 50, Notes = null }, VersionCondition.OneOf([2]), DynamoDbFixture.Soon());
        var deletion = await store.DeleteAsync(User, GoldenItems.Logged.Id, VersionCondition.OneOf([1]), DynamoDbFixture.Soon());

        Assert.Equal(
            new EditOutcome.Done(GoldenItems.Edited with { Version = 3, Workout = GoldenItems.Edited.Workout with { DurationMinutes = 50, Notes = null } }), edit);
        Assert.Equal(new EditOutcome.Done(GoldenItems.Logged), deletion);
        Assert.Empty(await dynamoDb.Audit.AuditAsync(User, DynamoDbFixture.Soon()));
        Assert.Equal("5", Assert.Single(await dynamoDb.RollupsOfAsync(User))["v"].N);
    }

    [Fact]
    public async Task Keep_a_key_from_logging_its_workout_again()
    {
        var outcome = await dynamoDb.StoreWith(dynamoDb.Client, GoldenItems.Now).CreateAsync(
            GoldenItems.Logged.Workout, GoldenItems.Request, DynamoDbFixture.Soon());

        Assert.Equal(new CreateOutcome.Replayed(GoldenItems.Logged), outcome);
    }

    [Fact]
    public async Task Have_the_form_that_this_version_writes()
    {
        var store = dynamoDb.StoreWith(dynamoDb.Client, GoldenItems.Now);
        var user = DynamoDbFixture.NewUser();
        var first = GoldenItems.Logged.Workout with { UserId = user };
        Assert.IsType<CreateOutcome.Created>(await store.CreateAsync(first, GoldenItems.Request, DynamoDbFixture.Soon()));
        var yoga = first with { Type = "YOGA", DurationMinutes = 60, CaloriesBurned = null, DistanceKm = null, Notes = null, Timestamp = GoldenItems.Edited.Workout.Timestamp };
        var second = Assert.IsType<CreateOutcome.Created>(await store.CreateAsync(yoga, request: null, DynamoDbFixture.Soon()));
        await store.ReplaceAsync(user, second.Stored.Id, _ => GoldenItems.Edited.Workout, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.Equal(Forms(GoldenItems.Of("logs")), Forms(await dynamoDb.LogsOfAsync(user)));
        Assert.Equal(Forms(GoldenItems.Of("stats")), Forms(await dynamoDb.RollupsOfAsync(user)));
    }

    // Names, types and lengths: what stands in them is random in part.
    private static string[] Forms(IEnumerable<Dictionary<string, AttributeValue>> items) =>
    [
        .. items.OrderBy(item => item.GetValueOrDefault("workoutTimestamp")?.S, StringComparer.Ordinal).Select(item => string.Join(' ', item
            .Where(attribute => attribute.Key is not ("userId" or "userIdType"))
            .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => string.Create(CultureInfo.InvariantCulture, $"{attribute.Key}:{(attribute.Value.N is null ? "S" : "N")}{(attribute.Value.N ?? attribute.Value.S ?? "").Length}")))),
    ];

    private Task<StoredPage> ListAsync(string? type) =>
        dynamoDb.Workouts.ListAsync(new WorkoutQuery(User, type, TimeRange.All, 10, After: null), DynamoDbFixture.Soon());
}
