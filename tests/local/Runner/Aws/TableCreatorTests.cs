using System.Net.NetworkInformation;
using Amazon.DynamoDBv2;

namespace WorkoutLog.Local.Tests.Runner.Aws;

public sealed class TableCreatorTests(DynamoDbLocalFixture dynamoDb) : IClassFixture<DynamoDbLocalFixture>
{
    [Fact]
    public async Task Creates_keys_index_and_time_to_live_as_declared()
    {
        using var client = dynamoDb.CreateClient();

        var name = await TableCreator.CreateAsync(client, Named(SampleGraph.Table(), "on-demand"), CancellationToken.None);

        var table = (await client.DescribeTableAsync(name)).Table;
        Assert.Equal("on-demand", name);
        Assert.Equal(["userId HASH", "workoutTimestamp RANGE"], table.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType}"));
        Assert.Equal(
            ["userId S", "userIdType S", "workoutTimestamp S"],
            table.AttributeDefinitions.Select(attribute => $"{attribute.AttributeName} {attribute.AttributeType}").Order(StringComparer.Ordinal));
        var index = Assert.Single(table.GlobalSecondaryIndexes);
        Assert.Equal(("byType", ProjectionType.ALL), (index.IndexName, index.Projection.ProjectionType));
        Assert.Equal(["userIdType HASH", "workoutTimestamp RANGE"], index.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType}"));
        Assert.Equal(BillingMode.PAY_PER_REQUEST, table.BillingModeSummary.BillingMode);
        var timeToLive = (await client.DescribeTimeToLiveAsync(name)).TimeToLiveDescription;
        Assert.Equal(("expiresAt", TimeToLiveStatus.ENABLED), (timeToLive.AttributeName, timeToLive.TimeToLiveStatus));
    }

    [Fact]
    public async Task Creates_provisioned_capacity_and_streams_as_declared()
    {
        using var client = dynamoDb.CreateClient();
        var declared = Named(SampleGraph.Table("PROVISIONED"), "provisioned");
        (declared.Inputs["streamEnabled"], declared.Inputs["streamViewType"]) = (true, "NEW_IMAGE");

        await TableCreator.CreateAsync(client, declared, CancellationToken.None);

        var table = (await client.DescribeTableAsync("provisioned")).Table;
        Assert.Equal((10, 10), (table.ProvisionedThroughput.ReadCapacityUnits, table.ProvisionedThroughput.WriteCapacityUnits));
        Assert.Equal(10, table.GlobalSecondaryIndexes[0].ProvisionedThroughput.WriteCapacityUnits);
        Assert.Equal(StreamViewType.NEW_IMAGE, table.StreamSpecification.StreamViewType);
    }

    private static GraphResource Named(GraphResource table, string name) => table with { Outputs = new JsonObject { ["name"] = name } };
}

public sealed class DynamoDbLocalTests(DynamoDbLocalFixture dynamoDb) : IClassFixture<DynamoDbLocalFixture>
{
    [Fact]
    public async Task Listens_on_this_machine_alone_and_shows_the_tables_to_the_key_of_the_run_alone()
    {
        using var client = dynamoDb.CreateClient();
        await TableCreator.CreateAsync(client, SampleGraph.Table() with { Outputs = new JsonObject { ["name"] = "own" } }, CancellationToken.None);
        using var other = new AmazonDynamoDBClient("local", "local", new AmazonDynamoDBConfig { ServiceURL = dynamoDb.Endpoint.ToString(), AuthenticationRegion = DynamoDbLocal.Region });
        using var http = new HttpClient { DefaultRequestHeaders = { Host = "rebound.example" } };
        using var answer = await http.GetAsync(dynamoDb.Endpoint);

        Assert.Equal(["own"], (await client.ListTablesAsync()).TableNames);
        Assert.Empty((await other.ListTablesAsync()).TableNames ?? []);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.All(
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == dynamoDb.Endpoint.Port),
            listener => Assert.True(IPAddress.IsLoopback(listener.Address.MapToIPv4())));
    }
}

/// <summary>One DynamoDB Local for the tests of a class.</summary>
public sealed class DynamoDbLocalFixture : IAsyncLifetime
{
    private DynamoDbLocal? _local;

    public Uri Endpoint => _local!.Endpoint;

    public AmazonDynamoDBClient CreateClient() => _local!.CreateClient();

    public async Task InitializeAsync() => _local = await DynamoDbLocal.StartAsync();

    public async Task DisposeAsync() => await _local!.DisposeAsync();
}
