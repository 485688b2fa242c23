using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using WorkoutLog.Contracts;
using WorkoutLog.Local.Runner.DynamoDb;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>The tables on a DynamoDB Local of their own; tests keep apart by their users.</summary>
public sealed class DynamoDbFixture : IAsyncLifetime
{
    private DynamoDbLocal? _local;
    private IAmazonDynamoDB? _client;

    public StorageTables Tables { get; } = new("logs", "stats");

    public IAmazonDynamoDB Client => _client ?? throw new InvalidOperationException("DynamoDB Local is not running yet.");

    public WorkoutStore Store => new(Client, Tables, new DynamoDbRetry(TimeProvider.System));

    public StatsReader Reader => new(Client, Tables, new DynamoDbRetry(TimeProvider.System));

    public static string NewUser() => $"user-{Guid.NewGuid():N}";

    public static Deadline Soon() => new(TimeProvider.System, TimeSpan.FromSeconds(30));

    public async Task InitializeAsync()
    {
        _local = await DynamoDbLocal.StartAsync();
        _client = DynamoDbClients.Create(_local.Endpoint, "us-east-1", new BasicAWSCredentials("test", "test"));
        await CreateAsync(Tables.Logs, LogsTableSchema.PartitionKey, LogsTableSchema.SortKey);
        await CreateAsync(Tables.Stats, StatsTableSchema.PartitionKey, StatsTableSchema.SortKey);
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_local is not null)
        {
            await _local.DisposeAsync();
        }
    }

    public Task<List<Dictionary<string, AttributeValue>>> LogsOfAsync(string userId) => ItemsAsync(Tables.Logs, userId);

    public Task<List<Dictionary<string, AttributeValue>>> RollupsOfAsync(string userId) => ItemsAsync(Tables.Stats, userId);

    private async Task<List<Dictionary<string, AttributeValue>>> ItemsAsync(string table, string userId)
    {
        var response = await Client.QueryAsync(new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "userId = :user",
            ExpressionAttributeValues = new() { [":user"] = new() { S = userId } },
            ConsistentRead = true,
        });
        return response.Items ?? [];
    }

    private Task<CreateTableResponse> CreateAsync(string table, string partitionKey, string sortKey) => Client.CreateTableAsync(new CreateTableRequest
    {
        TableName = table,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = [new(partitionKey, KeyType.HASH), new(sortKey, KeyType.RANGE)],
        AttributeDefinitions = [new(partitionKey, ScalarAttributeType.S), new(sortKey, ScalarAttributeType.S)],
    });
}
