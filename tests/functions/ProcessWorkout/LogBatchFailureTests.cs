using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Moq;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class LogBatchFailureTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly string _other = DynamoDbFixture.NewUser();
    private readonly ManualTime _clock = new();

    [Fact]
    public async Task A_workout_that_fails_does_not_take_the_others_with_it()
    {
        var function = Function(request => IsOf(request, _other)
            ? throw new InvalidOperationException("secret")
            : dynamoDb.Client.TransactWriteItemsAsync(request));

        var answer = await function.HandleAsync(Events.PostBatch(Batch(_user, _other, _user)));

        var results = answer.Read<BatchResponse>().Results;
        Assert.Equal((200, "201 500 201"), (answer.StatusCode, string.Join(" ", results.Select(result => result.Status))));
        Assert.Equal(("Something went wrong here", null, "request-1"), (results[1].Problem!.Title, results[1].Problem!.Detail, results[1].Problem!.RequestId));
        Assert.Equal(["Request failed", "Request handled"], function.Log.Lines.Select(line => line.GetProperty("message").GetString()));
        Assert.DoesNotContain("secret", answer.Body + function.Log.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task When_the_time_runs_out_each_of_the_rest_says_so()
    {
        var function = Function(async request =>
        {
            var response = await dynamoDb.Client.TransactWriteItemsAsync(request);
            _clock.Advance(TimeSpan.FromMinutes(1));
            return response;
        });

        var answer = await function.HandleAsync(Events.PostBatch(Batch(_user, _user, _user)));

        var results = answer.Read<BatchResponse>().Results;
        Assert.Equal([201, 503, 503], results.Select(result => result.Status));
        Assert.All(results.Skip(1), result => Assert.Equal("The data could not be reached in time. Try again.", result.Problem!.Detail));
        Assert.Single(await dynamoDb.LogsOfAsync(_user));
    }

    [Fact]
    public async Task The_workouts_of_one_user_are_written_one_after_the_other()
    {
        int running = 0;
        int most = 0;
        var function = Function(async request =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            var response = await dynamoDb.Client.TransactWriteItemsAsync(request);
            Interlocked.Decrement(ref running);
            return response;
        });

        var answer = await function.HandleAsync(Events.PostBatch(Batch(_user, _user, _user, _user)));

        Assert.All(answer.Read<BatchResponse>().Results, result => Assert.Equal(201, result.Status));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Different_users_do_not_wait_for_each_other()
    {
        var other = new TaskCompletionSource();
        var function = Function(async request =>
        {
            // The first user's write goes on only when the second user's is done.
            if (IsOf(request, _user))
            {
                await other.Task;
            }

            var response = await dynamoDb.Client.TransactWriteItemsAsync(request);
            if (IsOf(request, _other))
            {
                other.SetResult();
            }

            return response;
        });

        var answer = await function.HandleAsync(Events.PostBatch(Batch(_user, _other)));

        Assert.Equal([201, 201], answer.Read<BatchResponse>().Results.Select(result => result.Status));
    }

    private static bool IsOf(TransactWriteItemsRequest request, string user) => request.TransactItems[0].Put.Item["userId"].S == user;

    private static string Batch(params string[] users) =>
        $$"""{"workouts":[{{string.Join(",", users.Select(user => $$"""{"userId":"{{user}}","workoutType":"RUN","durationMinutes":30}"""))}}]}""";

    private ProcessFunction Function(Func<TransactWriteItemsRequest, Task<TransactWriteItemsResponse>> write)
    {
        var client = new Mock<IAmazonDynamoDB>(MockBehavior.Strict);
        client.Setup(c => c.TransactWriteItemsAsync(It.IsAny<TransactWriteItemsRequest>(), It.IsAny<CancellationToken>()))
            .Returns<TransactWriteItemsRequest, CancellationToken>(async (request, cancellation) =>
            {
                cancellation.ThrowIfCancellationRequested();
                return await write(request);
            });
        return new ProcessFunction(dynamoDb, client.Object, _clock);
    }
}
