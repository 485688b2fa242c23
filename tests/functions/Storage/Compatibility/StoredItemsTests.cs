using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Storage.Compatibility;

/// <summary>
/// This version reads, counts, edits and deletes items of earlier and later versions: a deployment finds them in the tables, and
/// both versions use the tables during a canary or after a rollback.
/// </summary>
[Collection(DynamoDbCollection.Name)]
public sealed class StoredItemsTests(DynamoDbFixture dynamoDb)
{
    private const string User = GoldenItems.User;

    [Theory]
    [InlineData("stats", false)]
    [InlineData("stats", true)]
    [InlineData("statsByDay", false)]
    [InlineData("statsByDay", true)]
    public async Task Are_read_listed_and_counted(string months, bool extended)
    {
        await GoldenItems.PutAsync(dynamoDb, extended ? Extend : null, months);

        Assert.Equal(GoldenItems.Logged, await dynamoDb.Workouts.GetAsync(User, GoldenItems.Logged.Id, DynamoDbFixture.Soon()));
        Assert.Equal([GoldenItems.Edited, GoldenItems.Logged], await ListAsync(type: null));
        Assert.Equal([GoldenItems.Edited], await ListAsync("STRENGTH"));
        var month = Assert.Single(await dynamoDb.Stats.ReadDaysAsync(User, MonthRange.All, DynamoDbFixture.Soon()));
        Assert.Equal("2026-05", month.Month.Month);
        Assert.Equal([new("RUN", new Totals(1, 42.5m, 420, 8.1m)), new("STRENGTH", new Totals(1, 45.25m, 0, 0))], month.Month.ByType.OrderBy(type => type.Key, StringComparer.Ordinal));
        bool byDay = months == "statsByDay";
        Assert.Equal(
            [new(new(2026, 5, 9), byDay ? new Totals(1, 42.5m, 420, 8.1m) : new Totals(1, 42.5m, 0, 0)), new(new(2026, 5, 31), new Totals(1, 45.25m, 0, 0))],
            month.ByDay);
        Assert.Equal(byDay ? new Unstated(1, 1) : default, month.Month.Unstated);
        Assert.Equal(byDay ? "" : "09c 09d c d", await WrongMeasuresAsync());
    }

    /// <remarks>An earlier version did not add the sums that are subtracted.</remarks>
    [Fact]
    public async Task No_sum_is_negative_before_a_repair_and_all_are_correct_after_it()
    {
        await GoldenItems.PutAsync(dynamoDb);
        await dynamoDb.LogAsync(GoldenItems.Logged.Workout with { CaloriesBurned = 20, DistanceKm = 1 });
        await dynamoDb.DeleteAsync(GoldenItems.Logged);
        await dynamoDb.DeleteAsync(GoldenItems.Edited);

        var month = Assert.Single(await dynamoDb.Stats.ReadDaysAsync(User, MonthRange.All, DynamoDbFixture.Soon()));
        Assert.Equal((new Totals(1, 42.5m, 0, 0), default), (Assert.Single(month.ByDay).Value, month.Month.Unstated));
        await dynamoDb.Audit.RepairAsync(User, DynamoDbFixture.Soon());
        month = Assert.Single(await dynamoDb.Stats.ReadDaysAsync(User, MonthRange.All, DynamoDbFixture.Soon()));

        Assert.Equal(new Totals(1, 42.5m, 20, 1), Assert.Single(month.ByDay).Value);
        Assert.Equal("", await WrongMeasuresAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Keep_a_key_from_logging_its_workout_again(bool extended)
    {
        await GoldenItems.PutAsync(dynamoDb, extended ? Extend : null);

        Assert.Equal(
            new CreateOutcome.Replayed(GoldenItems.Logged), await dynamoDb.CreateAsync(GoldenItems.Logged.Workout, GoldenItems.Request, time: GoldenItems.Now));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Are_edited_and_deleted_with_their_statistics_and_lose_only_what_a_later_version_added_to_a_replaced_workout(bool extended)
    {
        await GoldenItems.PutAsync(dynamoDb, extended ? Extend : null);

        var edit = await dynamoDb.Editing.ReplaceAsync(
            User, GoldenItems.Edited.Id, workout => workout with { DurationMinutes = 50, Notes = null }, VersionCondition.OneOf([2]), DynamoDbFixture.Soon());
        var deletion = await dynamoDb.Editing.DeleteAsync(User, GoldenItems.Logged.Id, VersionCondition.OneOf([1]), DynamoDbFixture.Soon());

        var edited = GoldenItems.Edited with { Version = 3, Workout = GoldenItems.Edited.Workout with { DurationMinutes = 50, Notes = null } };
        Assert.Equal((new EditOutcome.Done(edited), new EditOutcome.Done(GoldenItems.Logged)), (edit, deletion));
        Assert.Equal("09c 09d c d", await WrongMeasuresAsync());
        var logs = await dynamoDb.LogsOfAsync(User);
        var replaced = Assert.Single(logs, item => item["workoutTimestamp"].S == edited.Id.SortKey);
        Assert.Equal(["minutes", "type", "userId", "userIdType", "utcOffset", "version", "w", "workoutTimestamp"], replaced.Keys.Order(StringComparer.Ordinal));
        Assert.All(logs.Where(item => item != replaced), item => Assert.Equal(extended, item.ContainsKey("later")));
        var month = Assert.Single(await dynamoDb.RollupsOfAsync(User));
        Assert.Equal(("5", extended ? "7" : null, extended ? "151" : null), (month["v"].N, month.GetValueOrDefault("later")?.N, month.GetValueOrDefault("RUN.h")?.N));
    }

    [Fact]
    public async Task Have_the_form_that_this_version_writes()
    {
        var user = DynamoDbFixture.NewUser();
        var first = GoldenItems.Logged.Workout with { UserId = user };
        Assert.IsType<CreateOutcome.Created>(await dynamoDb.CreateAsync(first, GoldenItems.Request, time: GoldenItems.Now));
        var second = await dynamoDb.LogAsync(Workouts.Of(user) with { Type = "YOGA", DurationMinutes = 60, Timestamp = GoldenItems.Edited.Workout.Timestamp });
        await dynamoDb.Editing.ReplaceAsync(user, second.Id, _ => GoldenItems.Edited.Workout, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.Equal(Forms(GoldenItems.Of("logs")), Forms(await dynamoDb.LogsOfAsync(user)));
        // One write came months later, when a reader may have sealed the year.
        Assert.Equal(Forms([.. GoldenItems.Of("statsByDay"), GoldenItems.UnsealedYear]), Forms(await dynamoDb.RollupsOfAsync(user)));
    }

    [Fact]
    public async Task Of_a_workout_that_moved_lead_to_it_and_have_the_form_that_this_version_writes()
    {
        await GoldenItems.PutAsync(dynamoDb);
        await Task.WhenAll(GoldenItems.Of("moved").Select(item => dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Logs, item)));
        var user = DynamoDbFixture.NewUser();
        var stored = await dynamoDb.LogAsync(GoldenItems.Moved.Workout with { UserId = user, Timestamp = GoldenItems.Moved.Workout.Timestamp.AddDays(-1) });
        await dynamoDb.Editing.ReplaceAsync(user, stored.Id, _ => GoldenItems.Moved.Workout, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.Equal(GoldenItems.Moved, await dynamoDb.Workouts.GetAsync(User, GoldenItems.Moved.Id, DynamoDbFixture.Soon()));
        Assert.Equal(GoldenItems.Moved, await dynamoDb.Workouts.GetAsync(User, GoldenItems.Moved.Workout.ExternalId!, DynamoDbFixture.Soon()));
        Assert.Equal(Forms(GoldenItems.Of("moved")), Forms(await dynamoDb.LogsOfAsync(user)));
    }

    // Names, types and lengths: the values are partly random.
    private static string[] Forms(IEnumerable<Dictionary<string, AttributeValue>> items) =>
    [
        .. items.OrderBy(item => item.GetValueOrDefault("workoutTimestamp")?.S, StringComparer.Ordinal).Select(item => string.Join(' ', item
            .Where(attribute => attribute.Key is not ("userId" or "userIdType"))
            .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => string.Create(CultureInfo.InvariantCulture, $"{attribute.Key}:{(attribute.Value.N is null ? "S" : "N")}{(attribute.Value.N ?? attribute.Value.S ?? "").Length}")))),
    ];

    // A number, a map, and in a month additional measures of each type and day.
    private static void Extend(Dictionary<string, AttributeValue> item)
    {
        item["later"] = new() { N = "7" };
        item["laterStill"] = new() { M = new() { ["device"] = new() { S = "watch" } } };
        if (item.ContainsKey("month"))
        {
            item["RUN.h"] = new() { N = "151" };
            item["SWIM.x"] = new() { S = "new" };
            item["12x"] = new() { S = "new" };
        }
    }

    private async Task<string> WrongMeasuresAsync() =>
        string.Join(' ', (await dynamoDb.Audit.AuditAsync(User, DynamoDbFixture.Soon())).Select(difference => difference.Measure));

    private async Task<IReadOnlyList<StoredWorkout>> ListAsync(string? type) =>
        (await dynamoDb.Workouts.ListAsync(new WorkoutQuery(User, type, TimeRange.All, 10, After: null), DynamoDbFixture.Soon())).Workouts;
}
