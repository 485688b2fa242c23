using Amazon.DynamoDBv2;
using WorkoutLog.Local.Runner.DynamoDb;

namespace WorkoutLog.Local.Tests.Support;

/// <summary>One DynamoDB Local for the tests of a class.</summary>
public sealed class DynamoDbLocalFixture : IAsyncLifetime
{
    private DynamoDbLocal? _local;

    public Uri Endpoint => _local!.Endpoint;

    public AmazonDynamoDBClient CreateClient() => _local!.CreateClient();

    public async Task InitializeAsync() => _local = await DynamoDbLocal.StartAsync();

    public async Task DisposeAsync() => await _local!.DisposeAsync();
}
