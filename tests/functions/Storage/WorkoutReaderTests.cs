namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class WorkoutReaderTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task Reads_a_workout_with_all_fields()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user) with { DurationMinutes = 0.000000000000000001m, CaloriesBurned = 20_000, DistanceKm = 0, Notes = "Easy 🏃" });

        var read = await GetAsync(stored.Id);

        Assert.Equal(stored, read);
        Assert.Equal(stored.Workout.Timestamp.Offset, read!.Workout.Timestamp.Offset);
        Assert.Null(await GetAsync(WorkoutId.New(stored.Workout.Timestamp)));
    }

    [Fact]
    public async Task Lists_newest_first_and_no_idempotency_records()
    {
        Assert.Empty((await ListAsync()).Workouts);
        for (int day = 1; day <= 3; day++)
        {
            await dynamoDb.CreateAsync(Workouts.At(_user, $"2026-05-0{day}T08:00:00Z"), Workouts.Request(_user, key: $"key-{day}"));
        }

        var page = await ListAsync();

        Assert.Equal("3 2 1", Days(page.Workouts));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Lists_the_current_workouts_of_one_type()
    {
        await LogAsync("2026-05-01T08:00:00Z");
        await LogAsync("2026-05-02T08:00:00Z", "YOGA");
        await LogAsync("2026-05-03T08:00:00Z");
        await BecomeAsync("RUN", await LogAsync("2026-05-04T08:00:00Z", "YOGA"));

        Assert.Equal(
            ("4 3 1", "2", ""), (Days((await ListAsync("RUN")).Workouts), Days((await ListAsync("YOGA")).Workouts), Days((await ListAsync("RU")).Workouts)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public async Task Timestamps_bound_a_range_to_the_microsecond(string? type)
    {
        var moment = Workouts.Moment("2026-05-09T07:30:00.123456Z");
        foreach (int microseconds in new[] { -1, 0, 1 })
        {
            await dynamoDb.LogAsync(Workouts.Of(_user) with { Timestamp = moment.AddMicroseconds(microseconds) });
        }

        var bound = new TimeBound.Instant(moment.ToOffset(TimeSpan.FromHours(9)));
        var only = (await ListAsync(type, new TimeRange(bound, bound))).Workouts;

        Assert.Equal(moment, Assert.Single(only).Workout.Timestamp);
        Assert.Equal(2, (await ListAsync(type, new TimeRange(bound, null))).Workouts.Count);
        Assert.Equal(2, (await ListAsync(type, new TimeRange(null, bound))).Workouts.Count);
        Assert.Empty((await ListAsync(type, new TimeRange(new TimeBound.Instant(moment.AddDays(1)), bound))).Workouts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public async Task Pages_of_every_size_lead_through_all_workouts(string? type)
    {
        const int Count = 7;
        for (int i = 0; i < Count; i++)
        {
            // Some have equal timestamps: the suffix orders them.
            await LogAsync($"2026-05-0{1 + (i / 3)}T07:30:00Z");
            await LogAsync($"2026-05-0{1 + i}T07:30:00Z", "YOGA");
        }

        var expected = (await ListAsync(type)).Workouts;
        Assert.Equal(expected.OrderByDescending(stored => stored.Id.SortKey, StringComparer.Ordinal), expected);
        Assert.Equal(type is null ? 2 * Count : Count, expected.Count);
        for (int limit = 1; limit <= expected.Count + 1; limit++)
        {
            Assert.Equal(expected, await ListAllAsync(type, limit));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public async Task A_page_continues_after_a_workout_that_was_deleted_or_changed_its_type(string? type)
    {
        for (int day = 1; day <= 5; day++)
        {
            await LogAsync($"2026-05-0{day}T08:00:00Z");
        }

        var first = (await ListAsync(type, limit: 1)).Workouts;
        await dynamoDb.DeleteAsync(first[^1]);
        var second = (await ListAsync(type, limit: 1, after: first[^1].Id)).Workouts;
        await BecomeAsync("YOGA", second[^1]);
        var rest = (await ListAsync(type, after: second[^1].Id)).Workouts;

        Assert.Equal("5 4 3 2 1", Days([.. first, .. second, .. rest]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public async Task Pages_of_the_largest_workouts_end_early_and_lead_through_all(string? type)
    {
        const int Count = 140;
        string notes = string.Concat(Enumerable.Repeat("記", 1000)); // 3 KB each
        await dynamoDb.WriteManyAsync(_user, Count, notes);

        var page = await ListAsync(type);

        Assert.InRange(page.Workouts.Count, ApiLimits.MaxPageReadUnits, 99);
        Assert.Equal(page.Workouts[^1].Id, page.Next);
        Assert.Equal(Count, (await ListAllAsync(type, limit: 100)).DistinctBy(stored => stored.Id).Count());
    }

    private static string Days(IEnumerable<StoredWorkout> workouts) => string.Join(' ', workouts.Select(stored => stored.Workout.Timestamp.Day));

    private Task<StoredWorkout> LogAsync(string timestamp, string type = "RUN") => dynamoDb.LogAsync(Workouts.At(_user, timestamp) with { Type = type });

    private Task<EditOutcome> BecomeAsync(string type, StoredWorkout stored) =>
        dynamoDb.Editing.ReplaceAsync(_user, stored.Id, workout => workout with { Type = type }, VersionCondition.Any, DynamoDbFixture.Soon());

    private Task<StoredWorkout?> GetAsync(WorkoutId id) => dynamoDb.Workouts.GetAsync(_user, id, DynamoDbFixture.Soon());

    private Task<StoredPage> ListAsync(string? type = null, TimeRange? range = null, int limit = 100, WorkoutId? after = null) =>
        dynamoDb.Workouts.ListAsync(new WorkoutQuery(_user, type, range ?? TimeRange.All, limit, after), DynamoDbFixture.Soon());

    private async Task<List<StoredWorkout>> ListAllAsync(string? type, int limit)
    {
        var all = new List<StoredWorkout>();
        StoredPage page = new([], Next: null);
        do
        {
            page = await ListAsync(type, TimeRange.All, limit, page.Next);
            Assert.InRange(page.Workouts.Count, 1, limit);
            all.AddRange(page.Workouts);
        }
        while (page.Next is not null);
        return all;
    }
}
