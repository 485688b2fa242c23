using Amazon.DynamoDBv2;
using Amazon.Runtime;
using WorkoutLog.Functions.Tests.Storage;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

/// <summary>The real client against a failing service.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class DeadDynamoDbTests(DynamoDbFixture dynamoDb)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(4);

    private static APIGatewayProxyRequest Write => Events.PostWorkout(Workouts.Body("athlete-1"));

    private static APIGatewayProxyRequest Read => Events.Stats("athlete-1");

    [Theory]
    [InlineData("refuses")]
    [InlineData("is silent")]
    [InlineData("resets")]
    [InlineData("breaks off")]
    [InlineData("stops half-way")]
    [InlineData("fails")]
    [InlineData("throttles")]
    public async Task Reads_and_writes_return_503_before_the_function_times_out(string fault)
    {
        using var server = FaultyServer.Create(fault);
        using var client = ClientOf(server);

        foreach (var request in new[] { Write, Read })
        {
            var time = new SteppedTime();
            AssertUnavailable(await time.RunAsync(new TestApi(client, time).HandleAsync(request, Invocations.Within(_timeout)), _timeout));
        }
    }

    [Theory]
    [InlineData("fails")]
    [InlineData("throttles")]
    [InlineData("resets")]
    [InlineData("breaks off")]
    public async Task Only_one_layer_retries_with_jitter_within_the_remaining_time(string fault)
    {
        using var server = FaultyServer.Create(fault);
        using var client = ClientOf(server);
        var time = new SkippingTime();

        AssertUnavailable(await new TestApi(client, time).HandleAsync(Write));

        Assert.Equal(12, server.Seen);
        // Below a millisecond there is no wait.
        Assert.InRange(time.Waits.Count, 6, 11);
        Assert.All(time.Waits, wait => Assert.InRange(wait.TotalMilliseconds, 0, 500));
        Assert.True(time.Waits.Distinct().Count() > 3, string.Join(", ", time.Waits));
    }

    [Fact]
    public async Task A_write_without_time_is_not_retried()
    {
        using var server = FaultyServer.Create("fails");
        using var client = ClientOf(server);

        // Half a second is reserved for the response, and an attempt needs 50 ms.
        AssertUnavailable(await new TestApi(client, new ManualTime()).HandleAsync(Write, Invocations.Within(TimeSpan.FromMilliseconds(549))));

        Assert.InRange(server.Seen, 0, 1);
    }

    [Fact]
    public async Task A_signed_request_follows_no_redirect()
    {
        using var server = FaultyServer.Create("redirects");
        using var client = ClientOf(server);

        await Assert.ThrowsAsync<AmazonDynamoDBException>(() => client.ListTablesAsync());

        Assert.Equal(1, server.Seen);
    }

    [Fact]
    public async Task The_SDK_gets_a_response_only_with_its_whole_body()
    {
        using var server = FaultyServer.Create("stops half-way");
        using var http = new AwsHttp().CreateHttpClient(new AmazonDynamoDBConfig());
        using var cancellation = new CancellationTokenSource();

        var answer = http.GetAsync(server.Endpoint, HttpCompletionOption.ResponseHeadersRead, cancellation.Token);

        // The headers and the first byte of the body arrive immediately.
        Assert.NotSame(answer, await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1))));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("is silent")]
    [InlineData("stops half-way")]
    public async Task A_function_starts_anyway(string fault)
    {
        using var server = FaultyServer.Create(fault);
        using var client = ClientOf(server);
        var time = new SteppedTime();

        Assert.False(await time.RunAsync(DynamoDbClients.OpenAsync(client, dynamoDb.Tables, time), _timeout));
    }

    [Fact]
    public async Task A_start_opens_the_connection_with_a_read()
    {
        var tables = new InterceptedDynamoDb(dynamoDb.Client);

        Assert.True(await DynamoDbClients.OpenAsync(tables.Client, dynamoDb.Tables, TimeProvider.System));
        Assert.Equal((0, 1, 0), tables.Calls);
        Assert.False(await DynamoDbClients.OpenAsync(dynamoDb.Client, new StorageTables("nowhere", "nowhere"), TimeProvider.System));
    }

    private static IAmazonDynamoDB ClientOf(FaultyServer server) =>
        DynamoDbClients.Create(server.Endpoint, "us-east-1", new BasicAWSCredentials("test", "test"));

    private static void AssertUnavailable(APIGatewayProxyResponse answer) =>
        Assert.Equal(("503 unavailable", "1"), (answer.Kind(), answer.Headers["Retry-After"]));
}
