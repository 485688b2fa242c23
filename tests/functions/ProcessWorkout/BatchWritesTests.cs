using Amazon.DynamoDBv2.Model;
using WorkoutLog.Functions.Tests.Storage;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

/// <summary>How the workouts of a batch reach DynamoDB: transactions, failures and order.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class BatchWritesTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly string _other = DynamoDbFixture.NewUser();
    private readonly ManualTime _clock = new();

    [Fact]
    public async Task A_failed_workout_does_not_affect_the_others()
    {
        var api = Api(before: request => IsOf(request, _other) ? throw new InvalidOperationException("secret") : Task.CompletedTask);

        var results = await api.LogBatchAsync(Workouts.Body(_user), Workouts.Body(_other), Workouts.Body(_user));

        Assert.Equal([201, 500, 201], results.Select(result => result.Status));
        Assert.Equal((null, "request-1"), (results[1].Problem!.Detail, results[1].Problem!.RequestId));
        Assert.Equal(["ERROR Request failed", "INFO Request handled"], api.Log.Show("level", "message"));
        Assert.DoesNotContain("secret", api.Log.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task When_the_time_runs_out_each_remaining_workout_reports_it()
    {
        var api = Api(after: _ => _clock.Advance(TimeSpan.FromHours(1)));

        var results = await api.LogBatchAsync([.. Enumerable.Repeat(Workouts.Body(_user), 12)]);

        Assert.Equal([.. Enumerable.Repeat(201, 10), 503, 503], results.Select(result => result.Status));
        Assert.Equal(10, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task Ten_workouts_of_one_user_share_a_transaction_and_each_month_is_written_once_in_it()
    {
        var transactions = new List<TransactWriteItemsRequest>();
        var api = Api(request =>
        {
            transactions.Add(request);
            return Task.CompletedTask;
        });
        string[] months = ["2026-04-01T08:00:00Z", "2026-05-01T08:00:00Z"];

        var results = await api.LogBatchAsync([.. Enumerable.Range(0, 25).Select(number => Workouts.Body(_user, $",\"workoutTimestamp\":\"{months[number % 2]}\""))]);

        Assert.All(results, result => Assert.Equal(201, result.Status));
        Assert.Equal([(10, 2), (10, 2), (5, 2)], transactions.Select(transaction =>
            (transaction.TransactItems.Count(item => item.Put is not null), transaction.TransactItems.Count(item => item.Update is not null))));
    }

    [Fact]
    public async Task Known_workouts_are_replayed_and_the_others_share_the_next_transaction()
    {
        await Api().LogBatchAsync(Workouts.Body(_user, ",\"externalId\":\"a\""), Workouts.Body(_user, ",\"idempotencyKey\":\"k\""));
        int transactions = 0;
        var api = Api(after: number => transactions = number);

        var results = await api.LogBatchAsync(
            Workouts.Body(_user, ",\"externalId\":\"a\""),
            Workouts.Body(_user),
            Workouts.Body(_user, ",\"idempotencyKey\":\"k\""),
            Workouts.Body(_user, ",\"externalId\":\"b\""));

        Assert.Equal([(200, true), (201, null), (201, true), (201, null)], results.Select(result => (result.Status, result.IdempotentReplayed)));
        Assert.Equal(2, transactions);
        Assert.Equal("09m=120 09n=4 RUN.m=120 RUN.n=4 c=4 d=4 v=2", Assert.Single(await dynamoDb.RollupsOfAsync(_user)).Show());
    }

    [Fact]
    public async Task A_workout_that_DynamoDB_rejects_fails_alone()
    {
        var api = Api(request => request.TransactItems.Any(item => item.Put?.Item.GetValueOrDefault("notes")?.S == "odd")
            ? throw new TransactionCanceledException("cancelled") { CancellationReasons = [.. request.TransactItems.Select(_ => new CancellationReason { Code = "ValidationError" })] }
            : Task.CompletedTask);

        var results = await api.LogBatchAsync(Workouts.Body(_user), Workouts.Body(_user, ",\"notes\":\"odd\""), Workouts.Body(_user));

        Assert.Equal([201, 400, 201], results.Select(result => result.Status));
        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task A_lost_response_logs_no_workout_twice()
    {
        var client = new InterceptedDynamoDb(dynamoDb.Client) { AfterWrite = number => number == 1 ? throw new HttpRequestException("lost") : Task.CompletedTask };

        var results = await new TestApi(client.Client, _clock).LogBatchAsync([.. Enumerable.Repeat(Workouts.Body(_user), 3)]);

        Assert.All(results, result => Assert.Equal(201, result.Status));
        Assert.Equal(3, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task The_workouts_of_one_user_are_written_one_after_the_other()
    {
        int running = 0;
        int most = 0;
        var api = Api(
            async request =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Yield();
            },
            _ => Interlocked.Decrement(ref running));

        var results = await api.LogBatchAsync([.. Enumerable.Repeat(Workouts.Body(_user), 25)]);

        Assert.All(results, result => Assert.Equal(201, result.Status));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Different_users_do_not_wait_for_each_other()
    {
        // The first user's write continues only after the second user's is done.
        var other = new TaskCompletionSource();
        var api = Api(request => IsOf(request, _user) ? other.Task : Task.CompletedTask, _ => other.TrySetResult());

        var results = await api.LogBatchAsync(Workouts.Body(_user), Workouts.Body(_other));

        Assert.Equal([201, 201], results.Select(result => result.Status));
    }

    private static bool IsOf(TransactWriteItemsRequest request, string user) => request.TransactItems[0].Put.Item["userId"].S == user;

    private TestApi Api(Func<TransactWriteItemsRequest, Task>? before = null, Action<int>? after = null)
    {
        var client = new InterceptedDynamoDb(dynamoDb.Client);
        client.BeforeWrite = (request, _) => before?.Invoke(request) ?? Task.CompletedTask;
        client.AfterWrite = number =>
        {
            after?.Invoke(number);
            return Task.CompletedTask;
        };
        return new TestApi(client.Client, _clock);
    }
}
