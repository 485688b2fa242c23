using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class StatsReaderTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task Reads_added_workouts_without_a_trace_of_deleted_ones()
    {
        Assert.Empty(await ReadAsync());
        var workout = Workouts.Of(_user) with { CaloriesBurned = 300.5m, DistanceKm = 5 };
        await dynamoDb.LogAsync(workout);
        await dynamoDb.LogAsync(workout with { Type = "HIIT_2", CaloriesBurned = null, DistanceKm = null });
        await dynamoDb.DeleteAsync(await dynamoDb.LogAsync(workout with { Type = "YOGA", Timestamp = workout.Timestamp.AddDays(3) }));

        var month = Assert.Single(await ReadAsync());
        var days = Assert.Single(await dynamoDb.Stats.ReadDaysAsync(_user, MonthRange.All, DynamoDbFixture.Soon()));

        Assert.Equal(("2026-05", new Unstated(1, 1)), (month.Month, month.Unstated));
        Assert.Equal([new DateOnly(2026, 5, 1)], month.ActiveDays.Of(month.Month));
        Assert.Equal([new(new DateOnly(2026, 5, 1), new Totals(2, 60, 300.5m, 5))], days.ByDay);
        Assert.Equal([new("HIIT_2", new Totals(1, 30, 0, 0)), new("RUN", new Totals(1, 30, 300.5m, 5))], month.ByType.OrderBy(type => type.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reads_every_page()
    {
        const int Months = 12;
        for (int month = 1; month <= Months; month++)
        {
            // A page ends at 1 MB.
            await dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Stats, new Dictionary<string, AttributeValue>
            {
                ["userId"] = new() { S = _user },
                ["month"] = new() { S = $"2026-{month:00}" },
                ["RUN.n"] = new() { N = "1" },
                ["filler"] = new() { S = new string('x', 300_000) },
            });
        }

        var months = await ReadAsync();

        Assert.Equal(Enumerable.Range(1, Months).Select(month => $"2026-{month:00}"), months.Select(month => month.Month));
        Assert.All(months, month => Assert.Equal(1, month.ByType["RUN"].Workouts));
    }

    [Theory]
    [InlineData(null, null, "2025-11 2025-12 2026-01 2026-02")]
    [InlineData("2025-12", null, "2025-12 2026-01 2026-02")]
    [InlineData(null, "2025-12", "2025-11 2025-12")]
    [InlineData("2025-12", "2026-01", "2025-12 2026-01")]
    [InlineData("2026-01", "2026-01", "2026-01")]
    [InlineData("2026-02", "2026-01", "")]
    [InlineData("2027-01", null, "")]
    public async Task Reads_the_requested_months_in_order(string? from, string? to, string expected)
    {
        foreach (int month in new[] { 2, 0, 3, 1 })
        {
            await dynamoDb.LogAsync(Workouts.Of(_user) with { Timestamp = new DateTimeOffset(2025, 11, 15, 8, 0, 0, TimeSpan.Zero).AddMonths(month) });
        }

        var months = await dynamoDb.Stats.ReadMonthsAsync(_user, new MonthRange(from, to), DynamoDbFixture.Soon());

        Assert.Equal(expected, string.Join(' ', months.Select(month => month.Month)));
    }

    private Task<IReadOnlyList<MonthRollup>> ReadAsync() => dynamoDb.Stats.ReadMonthsAsync(_user, MonthRange.All, DynamoDbFixture.Soon());
}
