using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Bench.Growth.Seeding;
using WorkoutLog.Domain;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Repair;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Bench.Tests.Growth;

public sealed class HistorySeederTests(TablesFixture dynamoDb) : IClassFixture<TablesFixture>
{
    private const int Workouts = 120;

    private static readonly DateOnly _today = new(2026, 5, 9);
    private static readonly DynamoDbRetry _retry = new(TimeProvider.System);

    [Fact]
    public async Task Seeds_the_items_that_the_store_writes_one_by_one()
    {
        var creation = new WorkoutCreation(dynamoDb.Client, dynamoDb.Tables, _retry, TimeProvider.System);
        foreach (Workout workout in History("written"))
        {
            await creation.CreateAsync(new NewWorkout(workout, Request: null), TablesFixture.Soon());
        }

        await SeedAsync("seeded");

        Assert.Equal(await ItemsAsync(dynamoDb.Tables.Logs, "written"), await ItemsAsync(dynamoDb.Tables.Logs, "seeded"));
        Assert.Equal(await ItemsAsync(dynamoDb.Tables.Stats, "written"), await ItemsAsync(dynamoDb.Tables.Stats, "seeded"));
    }

    [Fact]
    public async Task The_month_rows_are_the_sums_over_the_logs()
    {
        await SeedAsync("audited");

        var differences = await new RollupAudit(dynamoDb.Client, dynamoDb.Tables, _retry, TimeProvider.System).AuditAsync("audited", TablesFixture.Soon());

        Assert.Empty(differences);
        Assert.Equal(Workouts, (await dynamoDb.ItemsAsync(dynamoDb.Tables.Logs, "audited")).Count);
    }

    [Fact]
    public async Task Rejects_a_user_whose_rows_do_not_match()
    {
        await SeedAsync("twice");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => SeedAsync("twice"));

        Assert.StartsWith("The seeded month rows do not equal the sums over the logs; first of ", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Workout> History(string userId) => WorkoutHistory.Of(userId, Workouts, _today, ["RUN", "CYCLING", "YOGA"]);

    private Task SeedAsync(string userId) =>
        new HistorySeeder(dynamoDb.Client, dynamoDb.Tables, TimeProvider.System).SeedAsync(History(userId), CancellationToken.None);

    // Attributes as lines, without the user and without the random end of a sort key.
    private async Task<IEnumerable<string>> ItemsAsync(string table, string userId) =>
        (await dynamoDb.ItemsAsync(table, userId)).SelectMany((item, place) => item
            .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => $"{place} {attribute.Key}: {Text(attribute.Value, userId)}"));

    // DynamoDB Local keeps the trailing zeros of an addition.
    private static string Text(AttributeValue value, string userId) => value.N is { } number
        ? ExactDecimal.Format(decimal.Parse(number, CultureInfo.InvariantCulture))
        : value.S.Replace(userId, "user", StringComparison.Ordinal).Split("Z#")[0];
}
