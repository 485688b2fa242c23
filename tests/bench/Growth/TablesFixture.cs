using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using WorkoutLog.Local;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Bench.Tests.Growth;

/// <summary>The tables that the program declares, on their own DynamoDB Local.</summary>
public sealed class TablesFixture : IAsyncLifetime
{
    private DynamoDbLocal? _local;
    private IAmazonDynamoDB? _client;

    public StorageTables Tables { get; private set; } = null!;

    public IAmazonDynamoDB Client => _client!;

    public static RequestScope Soon() => new(new Deadline(TimeProvider.System, TimeSpan.FromSeconds(30)));

    public async Task InitializeAsync()
    {
        var stack = StackDescription.From(await StackProgram.EvaluateAsync(Repository.Find(AppContext.BaseDirectory), "dev", CancellationToken.None));
        _local = await DynamoDbLocal.StartAsync();
        _client = DynamoDbClients.Create(_local.Endpoint, stack.Region, new BasicAWSCredentials("test", "test"));
        var names = new Dictionary<string, string>();
        foreach (var table in stack.Tables)
        {
            names[table.Name] = await TableCreator.CreateAsync(_client, table, CancellationToken.None);
        }

        Tables = new StorageTables(Logs: names["logs"], Stats: names["stats"]);
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
}
