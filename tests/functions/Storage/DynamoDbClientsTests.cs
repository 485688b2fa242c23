using Amazon.Runtime;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class DynamoDbClientsTests(DynamoDbFixture dynamoDb)
{
    [Fact]
    public async Task Opens_the_connection_with_a_read()
    {
        var client = new InterceptedDynamoDb(dynamoDb.Client);

        bool opened = await DynamoDbClients.OpenAsync(client.Client, dynamoDb.Tables, TimeProvider.System);

        Assert.True(opened);
        Assert.Equal((0, 1, 0), client.Calls);
    }

    [Fact]
    public async Task Says_that_a_table_is_not_there_and_goes_on()
    {
        bool opened = await DynamoDbClients.OpenAsync(dynamoDb.Client, new StorageTables("nowhere", "nowhere"), TimeProvider.System);

        Assert.False(opened);
    }

    [Fact]
    public async Task Says_that_nobody_answers_and_goes_on()
    {
        // The port of TCP's own service multiplexer, where nothing listens.
        using var client = DynamoDbClients.Create(new Uri("http://127.0.0.1:1"), "us-east-1", new BasicAWSCredentials("test", "test"));

        bool opened = await DynamoDbClients.OpenAsync(client, dynamoDb.Tables, TimeProvider.System);

        Assert.False(opened);
    }
}
