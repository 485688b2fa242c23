using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using WorkoutLog.Contracts;
using WorkoutLog.Local.Runner.DynamoDb;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Bench.Tests.Growth;

/// <summary>The tables on a DynamoDB Local of their own.</summary>
public sealed class TablesFixture : IAsyncLifetime
{
    private DynamoDbLocal? _local;
    private IAmazonDynamoDB? _client;

    public StorageTables Tables { get; } = new("logs", "stats");

    public IAmazonDynamoDB Client => _client!;

    public static RequestScope Soon() => new(new Deadline(TimeProvider.System, TimeSpan.FromSeconds(30)));

    public async Task InitializeAsync()
    {
        _local = await DynamoDbLocal.StartAsync();
        _client = DynamoDbClients.Create(_local.Endpoint, "us-east-1", new BasicAWSCredentials("test", "test"));
        await _client.CreateTableAsync(Table(Tables.Stats, StatsTableSchema.PartitionKey, StatsTableSchema.SortKey));
        await _client.CreateTableAsync(Table(Tables.Logs, LogsTableSchema.PartitionKey, LogsTableSchema.SortKey));
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_local is not null)
        {
            await _local.DisposeAsync();
        }
    }

    /// <summary>All items of a user, in the order of their sort keys.</summary>
    public async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ItemsAsync(string table, string userId)
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

    private static CreateTableRequest Table(string name, string partitionKey, string sortKey) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = [new(partitionKey, KeyType.HASH), new(sortKey, KeyType.RANGE)],
        AttributeDefinitions = [new(partitionKey, ScalarAttributeType.S), new(sortKey, ScalarAttributeType.S)],
    };
}
