using System.Text.Json.Nodes;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>The number of calls of a request, and the units consumed.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class CostTests(DynamoDbFixture dynamoDb)
{
    private static readonly DynamoDbRetry _retry = new(TimeProvider.System);

    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly InterceptedDynamoDb _client = new(dynamoDb.Client);

    [Fact]
    public async Task A_new_workout_is_one_transaction_and_a_replay_an_edit_or_a_deletion_needs_one_more_read()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var editing = dynamoDb.EditingWith(_client.Client);

        await dynamoDb.CreateAsync(Workouts.Of(_user), client: _client.Client);
        await dynamoDb.CreateAsync(Workouts.Of(_user), Workouts.Request(_user), client: _client.Client);
        await dynamoDb.CreateAsync(Workouts.Of(_user), Workouts.Request(_user), client: _client.Client);
        Assert.Equal((3, 1, 0), _client.Calls);
        await editing.ReplaceAsync(_user, stored.Id, workout => workout with { Notes = "new" }, VersionCondition.Any, DynamoDbFixture.Soon());
        await editing.DeleteAsync(_user, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon());
        Assert.Equal((5, 3, 0), _client.Calls);

        Assert.Equal([2, 3, 3, 2, 2], _client.Transactions.Select(transaction => transaction.TransactItems.Count));
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 4)]
    public async Task A_write_consumes_the_units_of_its_items_and_the_index(bool withKey, int items)
    {
        // DynamoDB Local reports twice the two units that DynamoDB bills for one small item in a transaction.
        const double Item = 4;
        // The row of the month exists from now on.
        await dynamoDb.LogAsync(Workouts.Of(_user));
        var scope = DynamoDbFixture.Soon();

        await dynamoDb.CreateAsync(Workouts.Of(_user), withKey ? Workouts.Request(_user) : null, scope);

        // The log, its index entry, the roll-up, and the record of the key.
        Assert.Equal((0, items * Item, 0), (scope.ReadUnits, scope.WriteUnits, scope.Conflicts));
    }

    /// <remarks>DynamoDB Local does not count all items of a transaction that has several of one table. DynamoDB bills each.</remarks>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1, 2)]
    public async Task A_move_writes_the_old_and_the_new_key_an_alias_and_each_month_once(int days, int months)
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));

        await dynamoDb.EditingWith(_client.Client).ReplaceAsync(
            _user, stored.Id, workout => workout with { Timestamp = workout.Timestamp.AddDays(days) }, VersionCondition.Any, DynamoDbFixture.Soon());

        var items = Assert.Single(_client.Transactions).TransactItems;
        Assert.Equal((1, 2, months), (items.Count(item => item.Delete is not null), items.Count(item => item.Put is not null), items.Count(item => item.Update is not null)));
    }

    [Fact]
    public async Task An_external_id_adds_one_item_when_a_workout_is_logged_or_deleted()
    {
        var created = await dynamoDb.CreateAsync(Workouts.Of(_user) with { ExternalId = "garmin:1" }, Workouts.Request(_user), client: _client.Client);
        var stored = Assert.IsType<CreateOutcome.Created>(created).Stored;
        await dynamoDb.EditingWith(_client.Client).ReplaceAsync(_user, stored.Id, workout => workout with { Notes = "new" }, VersionCondition.Any, DynamoDbFixture.Soon());
        await dynamoDb.EditingWith(_client.Client).DeleteAsync(_user, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.Equal([4, 2, 3], _client.Transactions.Select(transaction => transaction.TransactItems.Count));
    }

    /// <remarks>A read of its id, a transactional read of id and alias, and a read of its new key.</remarks>
    [Fact]
    public async Task Reading_a_moved_workout_costs_six_units_and_any_other_one()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var reader = new WorkoutReader(_client.Client, dynamoDb.Tables, _retry);
        var (there, moved, missing) = (DynamoDbFixture.Soon(), DynamoDbFixture.Soon(), DynamoDbFixture.Soon());

        await reader.GetAsync(_user, stored.Id, there);
        await dynamoDb.Editing.ReplaceAsync(_user, stored.Id, workout => workout with { Timestamp = workout.Timestamp.AddDays(1) }, VersionCondition.Any, DynamoDbFixture.Soon());
        await reader.GetAsync(_user, stored.Id, moved);
        await reader.GetAsync(_user, WorkoutId.New(stored.Workout.Timestamp), missing);

        Assert.Equal((1, 6, 5), (there.ReadUnits, moved.ReadUnits, missing.ReadUnits));
        Assert.Equal((0, 6, 0), _client.Calls);
    }

    /// <remarks>DynamoDB bills 350 units of the table, 125 of its index and 50 of the statistics: <c>docs/cost.md</c>.</remarks>
    [Fact]
    public async Task The_most_expensive_batch_consumes_a_bounded_number_of_units()
    {
        // As DynamoDB Local reports them: 5 KB of a workout in a transaction and in the index, a record, a month.
        const double Workout = 20 + 20 + 4 + 4;
        var api = new TestApi(dynamoDb.Client);
        string user = _user.PadRight(ApiLimits.MaxUserIdLength, 'u');
        string notes = string.Concat(Enumerable.Repeat("🏃", 1_000));
        var workouts = Enumerable.Range(0, ApiLimits.MaxBatchSize).Select(number => Workouts.Body(
            user, $",\"notes\":\"{notes}\",\"caloriesBurned\":19999.123456789012345678,\"distanceKm\":999.123456789012345678,\"idempotencyKey\":\"{new string('k', 250)}{number}\",\"externalId\":\"{new string('x', 120)}{number}\""));

        await api.HandleAsync(Events.PostBatch($$"""{"workouts":[{{string.Join(',', workouts)}}]}"""));

        var units = api.Metrics.Lines.Select(line => JsonNode.Parse(line)!["ConsumedWriteUnits"]).OfType<JsonNode>().Sum(node => node.GetValue<double>());
        Assert.InRange(units, 1, ApiLimits.MaxBatchSize * Workout);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RUN")]
    public async Task A_list_page_is_one_query_however_many_workouts_there_are(string? type)
    {
        await dynamoDb.WriteManyAsync(_user, count: 300, notes: "");
        var reader = new WorkoutReader(_client.Client, dynamoDb.Tables, _retry);

        var first = await reader.ListAsync(new WorkoutQuery(_user, type, TimeRange.All, Limit: 20, After: null), DynamoDbFixture.Soon());
        var scope = DynamoDbFixture.Soon();
        var second = await reader.ListAsync(new WorkoutQuery(_user, type, TimeRange.All, Limit: 20, After: first.Workouts[^1].Id), scope);

        Assert.Equal((20, 20, true), (first.Workouts.Count, second.Workouts.Count, second.Next is not null));
        Assert.Equal((0, 0, 2), _client.Calls);
        // 21 workouts of 200 bytes.
        Assert.InRange(scope.ReadUnits, 0.5, 2);
    }

    [Fact]
    public async Task Statistics_over_ten_and_over_three_thousand_workouts_cost_the_same()
    {
        var few = await StatisticsAsync(count: 10);
        var many = await StatisticsAsync(count: 3000);

        Assert.Equal((10, 3000), (few.Workouts, many.Workouts));
        Assert.Equal((few.Calls, few.Units), (many.Calls, many.Units));
        Assert.Equal((0, 0, 1), many.Calls);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("asOf=2026-05-09", 1)]
    public async Task A_statistics_request_queries_the_months_and_the_latest_workout_unless_the_client_says_the_day(string query, int queries)
    {
        await dynamoDb.WriteManyAsync(_user, count: 300, notes: new string('n', 1_000));
        await dynamoDb.Audit.RepairAsync(_user, DynamoDbFixture.Soon());
        await new TestApi(dynamoDb.Client).HandleAsync(Events.Stats(_user, query));
        var api = new TestApi(_client.Client);

        await api.HandleAsync(Events.Stats(_user, query));

        Assert.Equal((0, 0, queries), _client.Calls);
        // One workout is read, regardless of their number.
        Assert.Equal([$"ConsumedReadUnits={queries}"], api.Metrics.Counts);
    }

    private async Task<(int Workouts, (int, int, int) Calls, double Units)> StatisticsAsync(int count)
    {
        string user = DynamoDbFixture.NewUser();
        await dynamoDb.WriteManyAsync(user, count, notes: "");
        await dynamoDb.Audit.RepairAsync(user, DynamoDbFixture.Soon());
        var client = new InterceptedDynamoDb(dynamoDb.Client);
        var scope = DynamoDbFixture.Soon();
        // The first one seals the past.
        await dynamoDb.Stats.ReadMonthsAsync(user, MonthRange.All, DynamoDbFixture.Soon());
        var months = await dynamoDb.StatsWith(client.Client).ReadMonthsAsync(user, MonthRange.All, scope);
        return (months.Sum(month => month.ByType["RUN"].Workouts), client.Calls, scope.ReadUnits);
    }
}
