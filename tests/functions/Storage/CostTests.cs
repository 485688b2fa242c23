using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>How many calls a request makes, and what they consume.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class CostTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public async Task A_new_workout_is_one_transaction(bool withKey, int items)
    {
        var client = new InterceptedDynamoDb(dynamoDb.Client);

        await dynamoDb.StoreWith(client.Client).CreateAsync(Workouts.Of(_user), withKey ? Workouts.Request(_user) : null, DynamoDbFixture.Soon());

        Assert.Equal((1, 0, 0), client.Calls);
        Assert.Equal(items, client.Transactions[0].TransactItems.Count);
    }

    [Fact]
    public async Task A_replay_reads_nothing_besides()
    {
        await dynamoDb.Store.CreateAsync(Workouts.Of(_user), Workouts.Request(_user), DynamoDbFixture.Soon());
        var client = new InterceptedDynamoDb(dynamoDb.Client);

        await dynamoDb.StoreWith(client.Client).CreateAsync(Workouts.Of(_user), Workouts.Request(_user), DynamoDbFixture.Soon());

        Assert.Equal((1, 0, 0), client.Calls);
    }

    [Fact]
    public async Task An_edit_or_a_deletion_is_one_read_and_one_transaction_of_two_items()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = new InterceptedDynamoDb(dynamoDb.Client);
        var store = dynamoDb.StoreWith(client.Client);

        await store.ReplaceAsync(_user, stored.Id, workout => workout with { Notes = "new" }, VersionCondition.Any, DynamoDbFixture.Soon());
        await store.DeleteAsync(_user, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.Equal((2, 2, 0), client.Calls);
        Assert.All(client.Transactions, transaction => Assert.Equal(2, transaction.TransactItems.Count));
    }

    [Fact]
    public async Task A_write_consumes_what_its_items_and_the_index_need()
    {
        // What DynamoDB Local reports for one small item in a transaction: twice the two units that DynamoDB bills.
        const double Item = 4;
        // The row of the month is there from now on.
        await dynamoDb.LogAsync(Workouts.Of(_user));
        var withoutKey = DynamoDbFixture.Soon();
        var withKey = DynamoDbFixture.Soon();

        await dynamoDb.Store.CreateAsync(Workouts.Of(_user), request: null, withoutKey);
        await dynamoDb.Store.CreateAsync(Workouts.Of(_user), Workouts.Request(_user), withKey);

        // The log, its place in the index, and the roll-up.
        Assert.Equal((0, 3 * Item, 0), (withoutKey.ReadUnits, withoutKey.WriteUnits, withoutKey.Conflicts));
        Assert.Equal((0, 4 * Item, 0), (withKey.ReadUnits, withKey.WriteUnits, withKey.Conflicts));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public async Task A_list_page_is_one_query_however_many_workouts_there_are(string? type)
    {
        await BulkLogs.WriteAsync(dynamoDb, _user, count: 300, notes: "");
        var client = new InterceptedDynamoDb(dynamoDb.Client);
        var reader = new WorkoutReader(client.Client, dynamoDb.Tables, new DynamoDbRetry(TimeProvider.System));

        var first = await reader.ListAsync(new WorkoutQuery(_user, type, TimeRange.All, Limit: 20, After: null), DynamoDbFixture.Soon());
        var scope = DynamoDbFixture.Soon();
        var second = await reader.ListAsync(new WorkoutQuery(_user, type, TimeRange.All, Limit: 20, After: first.Workouts[^1].Id), scope);

        Assert.Equal((20, 20, true), (first.Workouts.Count, second.Workouts.Count, second.HasMore));
        Assert.Equal((0, 0, 2), client.Calls);
        // 21 workouts of 200 bytes.
        Assert.InRange(scope.ReadUnits, 0.5, 2);
    }

    [Fact]
    public async Task Statistics_over_ten_and_over_three_thousand_workouts_cost_the_same()
    {
        string newcomer = DynamoDbFixture.NewUser();
        await BulkLogs.WriteAsync(dynamoDb, newcomer, count: 10, notes: "");
        await BulkLogs.WriteAsync(dynamoDb, _user, count: 3000, notes: "");
        await dynamoDb.Audit.MendAsync(newcomer, DynamoDbFixture.Soon());
        await dynamoDb.Audit.MendAsync(_user, DynamoDbFixture.Soon());

        var few = await StatisticsAsync(newcomer);
        var many = await StatisticsAsync(_user);

        Assert.Equal((10, 3000), (few.Workouts, many.Workouts));
        Assert.Equal((few.Calls, few.Units), (many.Calls, many.Units));
        Assert.Equal((0, 0, 1), many.Calls);
    }

    private async Task<(int Workouts, (int, int, int) Calls, double Units)> StatisticsAsync(string user)
    {
        var client = new InterceptedDynamoDb(dynamoDb.Client);
        var scope = DynamoDbFixture.Soon();
        var months = await new StatsReader(client.Client, dynamoDb.Tables, new DynamoDbRetry(TimeProvider.System)).ReadMonthsAsync(user, MonthRange.All, scope);
        return (months.Sum(month => month.ByType["RUN"].Workouts), client.Calls, scope.ReadUnits);
    }
}
