using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class StatsReaderTests(DynamoDbFixture dynamoDb)
{
    [Fact]
    public async Task A_user_without_workouts_has_no_months()
    {
        var months = await dynamoDb.Reader.ReadMonthsAsync(DynamoDbFixture.NewUser(), MonthRange.All, DynamoDbFixture.Soon());

        Assert.Empty(months);
    }

    [Fact]
    public async Task Reads_what_the_store_added()
    {
        string user = DynamoDbFixture.NewUser();
        await dynamoDb.LogAsync(Workouts.Of(user) with { CaloriesBurned = 300.5m, DistanceKm = 5 });
        await dynamoDb.LogAsync(Workouts.Of(user) with { Type = "HIIT_2" });

        var months = await dynamoDb.Reader.ReadMonthsAsync(user, MonthRange.All, DynamoDbFixture.Soon());

        var month = Assert.Single(months);
        Assert.Equal("2026-05", month.Month);
        Assert.Equal([new(new DateOnly(2026, 5, 1), new DayTotals(2, 60))], month.ByDay);
        Assert.Equal(TimeSpan.FromHours(2), month.UtcOffset);
        Assert.Equal([new("HIIT_2", new Totals(1, 30, 0, 0)), new("RUN", new Totals(1, 30, 300.5m, 5))], month.ByType.OrderBy(type => type.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reads_every_page()
    {
        const int Months = 12;
        string user = DynamoDbFixture.NewUser();
        for (int month = 1; month <= Months; month++)
        {
            await dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Stats, new Dictionary<string, AttributeValue>
            {
                ["userId"] = new() { S = user },
                ["month"] = new() { S = $"2026-{month:00}" },
                ["RUN.n"] = new() { N = "1" },
                // A page ends at 1 MB.
                ["filler"] = new() { S = new string('x', 300_000) },
            });
        }

        var months = await dynamoDb.Reader.ReadMonthsAsync(user, MonthRange.All, DynamoDbFixture.Soon());

        Assert.Equal(Enumerable.Range(1, Months).Select(month => $"2026-{month:00}"), months.Select(month => month.Month));
        Assert.All(months, month => Assert.Equal(1, month.ByType["RUN"].Workouts));
    }

    [Fact]
    public async Task What_was_deleted_leaves_no_trace()
    {
        string user = DynamoDbFixture.NewUser();
        var workout = Workouts.Of(user) with { CaloriesBurned = 300.5m, DistanceKm = 5 };
        var kept = await dynamoDb.LogAsync(workout with { Type = "YOGA", Timestamp = workout.Timestamp.AddDays(3) });
        var deleted = await dynamoDb.LogAsync(workout);
        await dynamoDb.Store.DeleteAsync(user, deleted.Id, VersionCondition.Any, DynamoDbFixture.Soon());

        var month = Assert.Single(await dynamoDb.Reader.ReadMonthsAsync(user, MonthRange.All, DynamoDbFixture.Soon()));

        Assert.Equal([new("YOGA", Totals.Of(kept.Workout))], month.ByType);
        Assert.Equal([new(new DateOnly(2026, 5, 4), new DayTotals(1, 30))], month.ByDay);
    }

    [Theory]
    [InlineData(null, null, "2025-11 2025-12 2026-01 2026-02")]
    [InlineData("2025-12", null, "2025-12 2026-01 2026-02")]
    [InlineData(null, "2025-12", "2025-11 2025-12")]
    [InlineData("2025-12", "2026-01", "2025-12 2026-01")]
    [InlineData("2026-01", "2026-01", "2026-01")]
    [InlineData("2026-02", "2026-01", "")]
    [InlineData("2027-01", null, "")]
    public async Task Reads_the_months_asked_for_in_order(string? from, string? to, string expected)
    {
        string user = DynamoDbFixture.NewUser();
        foreach (int month in new[] { 2, 0, 3, 1 })
        {
            await dynamoDb.LogAsync(Workouts.Of(user) with { Timestamp = new DateTimeOffset(2025, 11, 15, 8, 0, 0, TimeSpan.Zero).AddMonths(month) });
        }

        var months = await dynamoDb.Reader.ReadMonthsAsync(user, new MonthRange(from, to), DynamoDbFixture.Soon());

        Assert.Equal(expected, string.Join(' ', months.Select(month => month.Month)));
    }

    [Fact]
    public async Task Skips_what_a_later_release_may_add()
    {
        string user = DynamoDbFixture.NewUser();
        await dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Stats, new Dictionary<string, AttributeValue>
        {
            ["userId"] = new() { S = user },
            ["month"] = new() { S = "2026-05" },
            ["RUN.n"] = new() { N = "1" },
            ["RUN.x"] = new() { S = "new" },
            ["09n"] = new() { N = "1" },
            ["09x"] = new() { S = "new" },
            ["x"] = new() { S = "new" },
        });

        var month = Assert.Single(await dynamoDb.Reader.ReadMonthsAsync(user, MonthRange.All, DynamoDbFixture.Soon()));

        Assert.Equal([new("RUN", new Totals(1, 0, 0, 0))], month.ByType);
        Assert.Equal([new(new DateOnly(2026, 5, 9), new DayTotals(1, 0))], month.ByDay);
        Assert.Equal(TimeSpan.Zero, month.UtcOffset);
    }
}
