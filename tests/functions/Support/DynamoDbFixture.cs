using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using WorkoutLog.Local.Runner;
using WorkoutLog.Storage.Repair;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Tables on a dedicated DynamoDB Local; tests are separated by their users.</summary>
public sealed class DynamoDbFixture : IAsyncLifetime
{
    /// <summary>What <see cref="Soon"/> leaves.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly DynamoDbRetry _retry = new(TimeProvider.System);

    private DynamoDbLocal? _local;
    private IAmazonDynamoDB? _client;

    public StorageTables Tables { get; } = new("logs", "stats");

    public IAmazonDynamoDB Client => _client ?? throw new InvalidOperationException("DynamoDB Local is not running yet.");

    public WorkoutEditing Editing => EditingWith(Client);

    public WorkoutReader Workouts => new(Client, Tables, _retry);

    public StatsReader Stats => StatsWith(Client);

    public RollupAudit Audit => AuditWith(Client);

    public static string NewUser() => $"user-{Guid.NewGuid():N}";

    /// <param name="clock">Measures the remaining time.</param>
    public static RequestScope Soon(TimeProvider? clock = null) => Within(Patience, clock);

    public static RequestScope Within(TimeSpan time, TimeProvider? clock = null) => new(new Deadline(clock ?? TimeProvider.System, time));

    /// <param name="client">In place of DynamoDB Local itself.</param>
    public Task<CreateOutcome> CreateAsync(
        Workout workout, IdempotentRequest? request = null, RequestScope? scope = null, IAmazonDynamoDB? client = null, TimeProvider? time = null) =>
        new WorkoutCreation(client ?? Client, Tables, _retry, time ?? FixedTime.Default).CreateAsync(new NewWorkout(workout, request), scope ?? Soon());

    public WorkoutEditing EditingWith(IAmazonDynamoDB client, TimeProvider? time = null) => new(client, Tables, _retry, time ?? FixedTime.Default);

    public StatsReader StatsWith(IAmazonDynamoDB client, TimeProvider? time = null) => new(client, Tables, _retry, time ?? FixedTime.Default);

    public RollupAudit AuditWith(IAmazonDynamoDB client) => new(client, Tables, _retry, FixedTime.Default);

    public async Task InitializeAsync()
    {
        _local = await DynamoDbLocal.StartAsync();
        _client = DynamoDbClients.Create(_local.Endpoint, "us-east-1", new BasicAWSCredentials("test", "test"));
        await _client.CreateTableAsync(Table(Tables.Stats, StatsTableSchema.PartitionKey, StatsTableSchema.SortKey));

        var logs = Table(Tables.Logs, LogsTableSchema.PartitionKey, LogsTableSchema.SortKey);
        logs.AttributeDefinitions.Add(new(LogsTableSchema.ByTypePartitionKey, ScalarAttributeType.S));
        logs.GlobalSecondaryIndexes =
        [
            new()
            {
                IndexName = LogsTableSchema.ByTypeIndex,
                KeySchema = [new(LogsTableSchema.ByTypePartitionKey, KeyType.HASH), new(LogsTableSchema.ByTypeSortKey, KeyType.RANGE)],
                Projection = new() { ProjectionType = ProjectionType.ALL },
            },
        ];
        await _client.CreateTableAsync(logs);
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_local is not null)
        {
            await _local.DisposeAsync();
        }
    }

    /// <summary>All items: workouts and idempotency records.</summary>
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

    private static CreateTableRequest Table(string name, string partitionKey, string sortKey) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = [new(partitionKey, KeyType.HASH), new(sortKey, KeyType.RANGE)],
        AttributeDefinitions = [new(partitionKey, ScalarAttributeType.S), new(sortKey, ScalarAttributeType.S)],
    };
}

/// <summary>One DynamoDB Local for all tests that need it.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "xunit's own term.")]
public sealed class DynamoDbCollection : ICollectionFixture<DynamoDbFixture>
{
    public const string Name = "DynamoDB";
}
