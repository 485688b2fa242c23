using WorkoutLog.Domain;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class WorkoutReaderTests(DynamoDbFixture dynamoDb)
{
    private static readonly TimeSpan _tokyo = TimeSpan.FromHours(9);
    private static readonly TimeSpan _newYork = TimeSpan.FromHours(-4);

    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task Reads_one_with_all_that_it_holds()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user) with { DurationMinutes = 0.000000000000000001m, CaloriesBurned = 20_000, DistanceKm = 0, Notes = "Easy 🏃" });

        var read = await dynamoDb.Workouts.GetAsync(_user, stored.Id, DynamoDbFixture.Soon());

        Assert.Equal(stored, read);
        Assert.Equal(stored.Workout.Timestamp.Offset, read!.Workout.Timestamp.Offset);
    }

    [Fact]
    public async Task An_unknown_id_has_no_workout()
    {
        var read = await dynamoDb.Workouts.GetAsync(_user, WorkoutId.New(Workouts.Of(_user).Timestamp), DynamoDbFixture.Soon());

        Assert.Null(read);
    }

    [Fact]
    public async Task A_user_without_workouts_has_an_empty_page()
    {
        var page = await ListAsync();

        Assert.Equal((0, false), (page.Workouts.Count, page.HasMore));
    }

    [Fact]
    public async Task Lists_newest_first_and_no_idempotency_records()
    {
        for (int day = 1; day <= 3; day++)
        {
            var workout = Workouts.Of(_user) with { Timestamp = new(2026, 5, day, 8, 0, 0, TimeSpan.Zero) };
            await dynamoDb.Store.CreateAsync(workout, Workouts.Request(_user, key: $"key-{day}"), DynamoDbFixture.Soon());
        }

        var page = await ListAsync();

        Assert.Equal([3, 2, 1], page.Workouts.Select(stored => stored.Workout.Timestamp.Day));
        Assert.False(page.HasMore);
    }

    [Fact]
    public async Task Lists_the_workouts_of_one_type()
    {
        await LogAsync(new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero), "RUN");
        await LogAsync(new(2026, 5, 2, 8, 0, 0, TimeSpan.Zero), "YOGA");
        await LogAsync(new(2026, 5, 3, 8, 0, 0, TimeSpan.Zero), "RUN");
        var edited = await LogAsync(new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero), "YOGA");
        await dynamoDb.Store.ReplaceAsync(_user, edited.Id, workout => workout with { Type = "RUN" }, VersionCondition.Any, DynamoDbFixture.Soon());

        var runs = await ListAsync("RUN");
        var yoga = await ListAsync("YOGA");
        var none = await ListAsync("RU");

        Assert.Equal([4, 3, 1], runs.Workouts.Select(stored => stored.Workout.Timestamp.Day));
        Assert.Equal([2], yoga.Workouts.Select(stored => stored.Workout.Timestamp.Day));
        Assert.Empty(none.Workouts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public async Task Moments_bound_a_range_to_the_microsecond(string? type)
    {
        var moment = new DateTimeOffset(2026, 5, 9, 7, 30, 0, 123, 456, TimeSpan.Zero);
        foreach (int microseconds in new[] { -1, 0, 1 })
        {
            await LogAsync(moment.AddMicroseconds(microseconds));
        }

        var bound = new TimeBound.Instant(moment.ToOffset(_tokyo));
        var from = await ListAsync(type, new TimeRange(bound, null));
        var to = await ListAsync(type, new TimeRange(null, bound));
        var only = await ListAsync(type, new TimeRange(bound, bound));
        var none = await ListAsync(type, new TimeRange(new TimeBound.Instant(moment.AddDays(1)), bound));

        Assert.Equal((2, 2, 1, 0), (from.Workouts.Count, to.Workouts.Count, only.Workouts.Count, none.Workouts.Count));
        Assert.Equal(moment, only.Workouts[0].Workout.Timestamp);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public async Task Days_are_those_that_the_user_lived(string? type)
    {
        DateTimeOffset[] onTheNinth =
        [
            new(2026, 5, 9, 0, 0, 0, TimeSpan.FromHours(14)),
            new(2026, 5, 9, 0, 0, 0, _tokyo),
            new(2026, 5, 9, 23, 59, 59, 999, 999, _newYork),
            new(2026, 5, 9, 23, 59, 59, 999, 999, TimeSpan.FromHours(-14)),
        ];
        DateTimeOffset[] onOtherDays =
        [
            new(2026, 5, 8, 23, 59, 59, _newYork), // the 9th in UTC
            new(2026, 5, 10, 0, 0, 0, _tokyo), // the 9th in UTC
            new(2026, 5, 8, 23, 59, 59, 999, 999, TimeSpan.FromHours(-14)),
            new(2026, 5, 10, 0, 0, 0, TimeSpan.FromHours(14)),
        ];
        foreach (var timestamp in onTheNinth.Concat(onOtherDays))
        {
            await LogAsync(timestamp);
        }

        var ninth = new TimeBound.LocalDay(new DateOnly(2026, 5, 9));
        var range = new TimeRange(ninth, ninth);

        Assert.Equal(onTheNinth.OrderDescending(), (await ListAsync(type, range)).Workouts.Select(stored => stored.Workout.Timestamp));
        Assert.Equal(onTheNinth.OrderDescending(), (await ListAllAsync(type, range, limit: 1)).Select(stored => stored.Workout.Timestamp));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public async Task Pages_of_every_size_lead_through_all_workouts(string? type)
    {
        const int Count = 7;
        for (int i = 0; i < Count; i++)
        {
            // Some of one moment: the suffix orders them.
            await LogAsync(new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.Zero).AddDays(i / 3));
            await LogAsync(new DateTimeOffset(2026, 5, 9, 7, 30, 0, TimeSpan.Zero).AddDays(i), "YOGA");
        }

        var expected = (await ListAsync(type)).Workouts;
        Assert.Equal(expected.OrderByDescending(stored => stored.Id.SortKey, StringComparer.Ordinal), expected);
        Assert.Equal(type is null ? 2 * Count : Count, expected.Count);
        for (int limit = 1; limit <= expected.Count + 1; limit++)
        {
            Assert.Equal(expected, await ListAllAsync(type, TimeRange.All, limit));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public async Task A_page_goes_on_behind_a_workout_that_is_gone_or_of_another_type_now(string? type)
    {
        for (int day = 1; day <= 5; day++)
        {
            await LogAsync(new(2026, 5, day, 8, 0, 0, TimeSpan.Zero));
        }

        var first = await ListAsync(type, limit: 1);
        await dynamoDb.Store.DeleteAsync(_user, first.Workouts[^1].Id, VersionCondition.Any, DynamoDbFixture.Soon());
        var second = await ListAsync(type, limit: 1, after: first.Workouts[^1].Id);
        await dynamoDb.Store.ReplaceAsync(_user, second.Workouts[^1].Id, workout => workout with { Type = "YOGA" }, VersionCondition.Any, DynamoDbFixture.Soon());
        var rest = await ListAsync(type, after: second.Workouts[^1].Id);

        Assert.Equal([5, 4, 3, 2, 1], first.Workouts.Concat(second.Workouts).Concat(rest.Workouts).Select(stored => stored.Workout.Timestamp.Day));
    }

    [Fact]
    public async Task A_page_longer_than_one_answer_of_DynamoDB_is_whole()
    {
        const int Count = 420;
        string notes = string.Concat(Enumerable.Repeat("記", 1000)); // 3 KB each, and an answer ends at 1 MB
        await BulkLogs.WriteAsync(dynamoDb, _user, Count, notes);

        var page = await ListAsync(limit: Count - 1);

        Assert.Equal((Count - 1, true), (page.Workouts.Count, page.HasMore));
    }

    private Task<StoredWorkout> LogAsync(DateTimeOffset timestamp, string type = "RUN") =>
        dynamoDb.LogAsync(Workouts.Of(_user) with { Type = type, Timestamp = timestamp });

    private Task<StoredPage> ListAsync(string? type = null, TimeRange? range = null, int limit = 100, WorkoutId? after = null) =>
        dynamoDb.Workouts.ListAsync(new WorkoutQuery(_user, type, range ?? TimeRange.All, limit, after), DynamoDbFixture.Soon());

    private async Task<List<StoredWorkout>> ListAllAsync(string? type, TimeRange range, int limit)
    {
        var all = new List<StoredWorkout>();
        StoredPage page;
        do
        {
            page = await ListAsync(type, range, limit, all.Count > 0 ? all[^1].Id : null);
            Assert.InRange(page.Workouts.Count, page.HasMore ? limit : 0, limit);
            all.AddRange(page.Workouts);
        }
        while (page.HasMore);
        return all;
    }
}
