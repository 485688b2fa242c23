using Amazon.DynamoDBv2.Model;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>What a write makes of the reasons that DynamoDB gives for its three items: log, roll-up and record of the key.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class CancelledTransactionTests(DynamoDbFixture dynamoDb)
{
    private const string Condition = "ConditionalCheckFailed";
    private const string Conflict = "TransactionConflict";

    private readonly string _user = DynamoDbFixture.NewUser();

    [Theory]
    [InlineData("None", Conflict, "None")]
    [InlineData(Conflict, Conflict, Conflict)]
    [InlineData("None", Conflict, Condition)]
    [InlineData(Condition, Conflict, "None")]
    [InlineData("None", "ThrottlingError", "None")]
    [InlineData("ProvisionedThroughputExceeded", Conflict, Condition)]
    public async Task What_passes_is_tried_again(string log, string rollup, string record)
    {
        var client = CancelledOnce(log, rollup, record);

        var outcome = await CreateAsync(client);

        Assert.IsType<CreateOutcome.Created>(outcome);
        Assert.Equal(2, client.Transactions.Count);
        Assert.Equal(client.Transactions[0].ClientRequestToken, client.Transactions[1].ClientRequestToken);
    }

    [Theory]
    [InlineData("ValidationError", "None", "None")]
    [InlineData("None", "ValidationError", Condition)]
    [InlineData("ValidationError", Conflict, "None")]
    [InlineData("None", "ItemCollectionSizeLimitExceeded", "ThrottlingError")]
    public async Task What_DynamoDB_does_not_take_is_not_sent_again(string log, string rollup, string record)
    {
        var client = CancelledOnce(log, rollup, record);

        var thrown = await Assert.ThrowsAsync<StorageRejectedException>(() => CreateAsync(client));

        Assert.IsType<TransactionCanceledException>(thrown.InnerException);
        Assert.Single(client.Transactions);
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    [Theory]
    [InlineData("SomethingNew", Conflict, Condition)]
    [InlineData("SomethingNew", "ValidationError", "None")]
    [InlineData("None", "None", "None")]
    public async Task What_is_not_known_is_an_error(string log, string rollup, string record)
    {
        var client = CancelledOnce(log, rollup, record);

        await Assert.ThrowsAsync<TransactionCanceledException>(() => CreateAsync(client));

        Assert.Single(client.Transactions);
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    [Fact]
    public async Task A_condition_that_nobody_set_is_an_error()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => CreateAsync(CancelledOnce("None", Condition, "None")));
    }

    [Fact]
    public async Task A_failed_condition_alone_is_an_answer()
    {
        await dynamoDb.Store.CreateAsync(Workouts.Of(_user), Workouts.Request(_user) with { Fingerprint = "other" }, DynamoDbFixture.Soon());
        var client = new InterceptedDynamoDb(dynamoDb.Client);

        var outcome = await CreateAsync(client);

        Assert.IsType<CreateOutcome.KeyReused>(outcome);
        Assert.Single(client.Transactions);
    }

    [Fact]
    public async Task Conflicts_without_end_are_reported_as_such_and_nothing_is_written()
    {
        var client = new InterceptedDynamoDb(dynamoDb.Client) { BeforeWrite = (_, _) => throw Cancelled("None", Conflict, Condition) };
        var scope = DynamoDbFixture.Within(TimeSpan.FromSeconds(0.2));

        await Assert.ThrowsAsync<StorageConflictException>(() =>
            dynamoDb.StoreWith(client.Client).CreateAsync(Workouts.Of(_user), Workouts.Request(_user), scope));

        Assert.Equal(client.Transactions.Count, scope.Conflicts);
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    private Task<CreateOutcome> CreateAsync(InterceptedDynamoDb client) =>
        dynamoDb.StoreWith(client.Client).CreateAsync(Workouts.Of(_user), Workouts.Request(_user), DynamoDbFixture.Soon());

    private InterceptedDynamoDb CancelledOnce(params string[] codes) => new(dynamoDb.Client)
    {
        BeforeWrite = (_, number) => number == 1 ? throw Cancelled(codes) : Task.CompletedTask,
    };

    private static TransactionCanceledException Cancelled(params string[] codes) => new("cancelled")
    {
        CancellationReasons = [.. codes.Select(code => new CancellationReason { Code = code })],
    };
}
