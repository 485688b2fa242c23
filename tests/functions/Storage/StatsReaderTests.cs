using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class StatsReaderTests(DynamoDbFixture dynamoDb)
{
    [Fact]
    public async Task A_user_without_workouts_has_no_months()
    {
        var months = await dynamoDb.Reader.ReadMonthsAsync(DynamoDbFixture.NewUser(), DynamoDbFixture.Soon());

        Assert.Empty(months);
    }

    [Fact]
    public async Task Reads_what_the_store_added()
    {
        string user = DynamoDbFixture.NewUser();
        await dynamoDb.Store.LogAsync(Workouts.Of(user) with { CaloriesBurned = 300.5m, DistanceKm = 5 }, DynamoDbFixture.Soon());
        await dynamoDb.Store.LogAsync(Workouts.Of(user) with { Type = "HIIT_2" }, DynamoDbFixture.Soon());

        var months = await dynamoDb.Reader.ReadMonthsAsync(user, DynamoDbFixture.Soon());

        var month = Assert.Single(months);
        Assert.Equal("2026-05", month.Month);
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

        var months = await dynamoDb.Reader.ReadMonthsAsync(user, DynamoDbFixture.Soon());

        Assert.Equal(Enumerable.Range(1, Months).Select(month => $"2026-{month:00}"), months.Select(month => month.Month));
        Assert.All(months, month => Assert.Equal(1, month.ByType["RUN"].Workouts));
    }
}
