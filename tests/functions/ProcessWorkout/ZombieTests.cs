using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Storage;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

/// <summary>A first try stalls, its client tries again, and then the first one goes on.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class ZombieTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly ProcessFunction _retry = new(dynamoDb);
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_first_try_that_stalls_after_its_write_and_its_retry_are_one_workout_and_one_answer()
    {
        var (first, second) = await RunAsync(Zombie(afterWrite: true), () => Post("key-1"));

        Assert.Equal((201, 201), (first.StatusCode, second.StatusCode));
        Assert.False(first.Headers.ContainsKey("Idempotent-Replayed"));
        AssertSameButReplayed(original: first, replay: second);
        await AssertStoredOnceAsync("30");
    }

    [Fact]
    public async Task A_first_try_that_stalls_before_its_write_answers_as_its_retry_did()
    {
        var (first, second) = await RunAsync(Zombie(afterWrite: false), () => Post("key-1"));

        Assert.Equal((201, 201), (first.StatusCode, second.StatusCode));
        Assert.False(second.Headers.ContainsKey("Idempotent-Replayed"));
        AssertSameButReplayed(original: second, replay: first);
        await AssertStoredOnceAsync("30");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_a_batch_it_is_the_same(bool afterWrite)
    {
        var (first, second) = await RunAsync(
            Zombie(afterWrite), () => Events.PostBatch($$"""{"workouts":[{{Body("""
                "idempotencyKey":"key-1",
                """)}}]}"""));

        var (one, other) = (Assert.Single(first.Read<BatchResponse>().Results), Assert.Single(second.Read<BatchResponse>().Results));
        Assert.Equal((201, 201), (one.Status, other.Status));
        Assert.Equal((one.Workout!.WorkoutId, one.Etag), (other.Workout!.WorkoutId, other.Etag));
        Assert.Equal((afterWrite ? null : true, afterWrite ? true : null), (one.IdempotentReplayed, other.IdempotentReplayed));
        await AssertStoredOnceAsync("30");
    }

    /// <remarks>The header tells the second one that its version is gone, whoever came first: the workout changes once.</remarks>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_edit_with_If_Match_is_done_once(bool afterWrite)
    {
        string id = await LogAsync();

        var (first, second) = await RunAsync(
            Zombie(afterWrite), () => Events.PutWorkout(_user, id, """{"workoutType":"RUN","durationMinutes":45}""").With("If-Match", "\"1\""));

        var (done, late) = afterWrite ? (first, second) : (second, first);
        Assert.Equal((200, "\"2\""), (done.StatusCode, done.Headers["ETag"]));
        Assert.Equal((412, "urn:workout-log:problem:version-mismatch"), (late.StatusCode, late.Problem().Type));
        await AssertStoredOnceAsync("45");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deletion_counts_once(bool afterWrite)
    {
        string id = await LogAsync();

        var (first, second) = await RunAsync(Zombie(afterWrite), () => Events.DeleteWorkout(_user, id));

        var (done, late) = afterWrite ? (first, second) : (second, first);
        Assert.Equal((204, 404), (done.StatusCode, late.StatusCode));
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
        Assert.Equal("0", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    private async Task<(APIGatewayProxyResponse First, APIGatewayProxyResponse Second)> RunAsync(
        InterceptedDynamoDb zombie, Func<APIGatewayProxyRequest> request)
    {
        var first = new ProcessFunction(dynamoDb, zombie.Client).HandleAsync(request());
        await _stalled.Task;
        var second = await _retry.HandleAsync(request());
        _goOn.SetResult();
        return (await first, second);
    }

    private InterceptedDynamoDb Zombie(bool afterWrite)
    {
        var client = new InterceptedDynamoDb(dynamoDb.Client);
        if (afterWrite)
        {
            client.AfterWrite = StallAsync;
        }
        else
        {
            client.BeforeWrite = (_, number) => StallAsync(number);
        }

        return client;
    }

    private Task StallAsync(int number)
    {
        _stalled.TrySetResult();
        return number == 1 ? _goOn.Task : Task.CompletedTask;
    }

    private static void AssertSameButReplayed(APIGatewayProxyResponse original, APIGatewayProxyResponse replay)
    {
        Assert.Equal(original.Body, replay.Body);
        Assert.Equal("true", replay.Headers["Idempotent-Replayed"]);
        Assert.Equal(original.Headers.OrderBy(header => header.Key), replay.Headers.Where(header => header.Key != "Idempotent-Replayed").OrderBy(header => header.Key));
    }

    private async Task AssertStoredOnceAsync(string minutes)
    {
        var item = Assert.Single(await dynamoDb.LogsOfAsync(_user), item => !item[LogsTableSchema.SortKey].S.StartsWith("IDEMPOTENCY#", StringComparison.Ordinal));
        var month = Assert.Single(await dynamoDb.RollupsOfAsync(_user));
        Assert.Equal((minutes, "1", minutes), (item["minutes"].N, month["RUN.n"].N, month["RUN.m"].N));
    }

    private async Task<string> LogAsync() => (await _retry.HandleAsync(Events.PostWorkout(Body()))).Headers["Location"].Split('/')[^1];

    private APIGatewayProxyRequest Post(string key) => Events.PostWorkout(Body()).With("Idempotency-Key", key);

    private string Body(string more = "") => $$"""{{{more}}"userId":"{{_user}}","workoutType":"RUN","durationMinutes":30}""";
}
