using Amazon.DynamoDBv2;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Runtime;
using WorkoutLog.Functions.Tests.QueryWorkouts;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

/// <summary>The real client against a service that is of no use.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class DeadDynamoDbTests(DynamoDbFixture dynamoDb)
{
    private const string Body = """{"userId":"athlete-1","workoutType":"RUN","durationMinutes":30}""";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(4);

    [Theory]
    [InlineData("refuses")]
    [InlineData("is silent")]
    [InlineData("resets")]
    [InlineData("breaks off")]
    [InlineData("stops half-way")]
    [InlineData("fails")]
    [InlineData("throttles")]
    public async Task A_write_answers_503_before_Lambda_ends_it(string fault)
    {
        using var server = FaultyServer.Create(fault);
        using var client = ClientOf(server);

        await AssertUnavailableInTimeAsync(time =>
            new ProcessFunction(dynamoDb, client, time).HandleAsync(Events.PostWorkout(Body), Invocations.Within(_timeout)));
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("is silent")]
    [InlineData("resets")]
    [InlineData("breaks off")]
    [InlineData("stops half-way")]
    public async Task A_read_answers_503_before_Lambda_ends_it(string fault)
    {
        using var server = FaultyServer.Create(fault);
        using var client = ClientOf(server);

        await AssertUnavailableInTimeAsync(time =>
            new QueryFunction(client, dynamoDb.Tables, time).HandleAsync(QueryEvents.Stats("athlete-1"), Invocations.Within(_timeout)));
    }

    [Theory]
    [InlineData("fails")]
    [InlineData("throttles")]
    [InlineData("resets")]
    [InlineData("breaks off")]
    public async Task Only_one_layer_tries_again_with_jitter_within_the_time_left(string fault)
    {
        using var server = FaultyServer.Create(fault);
        using var client = ClientOf(server);
        var time = new SkippingTime();
        var function = new ProcessFunction(dynamoDb, client, time);

        var answer = await function.HandleAsync(Events.PostWorkout(Body));

        AssertUnavailable(answer);
        Assert.Equal(12, server.Seen);
        // Below a millisecond there is no wait.
        Assert.InRange(time.Waits.Count, 6, 11);
        Assert.All(time.Waits, wait => Assert.InRange(wait.TotalMilliseconds, 0, 500));
        Assert.True(time.Waits.Distinct().Count() > 3, string.Join(", ", time.Waits));
    }

    [Fact]
    public async Task A_write_without_time_makes_no_second_try()
    {
        using var server = FaultyServer.Create("fails");
        using var client = ClientOf(server);

        // Half a second is kept for the answer, and a try needs 50 ms.
        var answer = await new ProcessFunction(dynamoDb, client, new ManualTime()).HandleAsync(
            Events.PostWorkout(Body), Invocations.Within(TimeSpan.FromMilliseconds(549)));

        AssertUnavailable(answer);
        Assert.InRange(server.Seen, 0, 1);
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("is silent")]
    [InlineData("stops half-way")]
    public async Task A_function_starts_all_the_same(string fault)
    {
        using var server = FaultyServer.Create(fault);
        using var client = ClientOf(server);

        var time = new SteppedTime();

        Assert.False(await time.RunAsync(DynamoDbClients.OpenAsync(client, dynamoDb.Tables, time), _timeout));
    }

    private static IAmazonDynamoDB ClientOf(FaultyServer server) =>
        DynamoDbClients.Create(server.Endpoint, "us-east-1", new BasicAWSCredentials("test", "test"));

    private static async Task AssertUnavailableInTimeAsync(Func<SteppedTime, Task<APIGatewayProxyResponse>> handle)
    {
        var time = new SteppedTime();

        AssertUnavailable(await time.RunAsync(handle(time), _timeout));
    }

    private static void AssertUnavailable(APIGatewayProxyResponse answer)
    {
        var problem = answer.Problem();
        Assert.Equal((503, "urn:workout-log:problem:unavailable"), (answer.StatusCode, problem.Type));
        Assert.Equal("The data could not be reached in time. Try again.", problem.Detail);
        Assert.Equal("1", answer.Headers["Retry-After"]);
    }
}
