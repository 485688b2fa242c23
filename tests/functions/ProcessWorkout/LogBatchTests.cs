using Amazon.DynamoDBv2.Model;
using WorkoutLog.Functions.Tests.Storage;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class LogBatchTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly string _other = DynamoDbFixture.NewUser();
    private readonly ManualTime _clock = new();
    private readonly TestApi _api = new(dynamoDb.Client);

    [Fact]
    public async Task Logs_every_workout()
    {
        var answer = await _api.HandleAsync(Events.PostBatch(Batch(Workouts.Body(_user, ",\"notes\":\"é\""), Workouts.Body(_other))).InBase64());

        Assert.True(WorkoutId.TryParseSortKey(Assert.Single(await dynamoDb.LogsOfAsync(_user))["workoutTimestamp"].S, out WorkoutId first));
        Assert.True(WorkoutId.TryParseSortKey(Assert.Single(await dynamoDb.LogsOfAsync(_other))["workoutTimestamp"].S, out WorkoutId second));
        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(
            "{\"results\":["
            + $$"""{"status":201,"workout":{"workoutId":"{{first}}","userId":"{{_user}}","workoutType":"RUN","durationMinutes":30,"notes":"é","workoutTimestamp":"2026-05-09T07:30:00.000000Z"},"etag":"\"1\""},"""
            + $$"""{"status":201,"workout":{"workoutId":"{{second}}","userId":"{{_other}}","workoutType":"RUN","durationMinutes":30,"workoutTimestamp":"2026-05-09T07:30:00.000000Z"},"etag":"\"1\""}"""
            + "]}",
            answer.Body);
        Assert.Equal(new Dictionary<string, string> { ["Content-Type"] = "application/json", ["Cache-Control"] = "no-store" }, answer.Headers);
    }

    [Fact]
    public async Task Each_workout_is_logged_or_refused_on_its_own_and_the_order_is_kept()
    {
        var answer = await _api.HandleAsync(Events.PostBatch(
            Batch(
                Workouts.Body(_user, ",\"durationMinutes\":1,\"workoutType\":\"FLY\",\"steps\":2"),
                Workouts.Body(_user, ",\"idempotencyKey\":\"k\""),
                Workouts.Body("somebody-else"),
                "\"RUN\"",
                Workouts.Body(_user, ",\"idempotencyKey\":\"k\""),
                Workouts.Body(_user, ",\"idempotencyKey\":\"k\",\"notes\":\"other\""),
                Workouts.Body(_user, ",\"idempotencyKey\":\"\""),
                Workouts.Body(_user)),
            athlete: _user));

        var results = answer.Read<BatchResponse>().Results;
        Assert.Equal(
            [
                "400 durationMinutes duplicate_field, workoutType duplicate_field, steps unknown_field", "201 ", "403 ", "400 body wrong_type",
                "201 ", "422 ", "400 idempotencyKey required", "201 ",
            ],
            results.Select(result => $"{result.Status} {result.Problem?.Errors()}"));
        Assert.Equal([null, null, null, null, true, null, null, null], results.Select(result => result.IdempotentReplayed));
        Assert.Equal(results[1].Workout!.WorkoutId, results[4].Workout!.WorkoutId);
        Assert.NotEqual(results[1].Workout!.WorkoutId, results[7].Workout!.WorkoutId);
        Assert.All(results, result => Assert.Equal(result.Status >= 400 ? (result.Status, "request-1") : default, (result.Problem?.Status ?? 0, result.Problem?.RequestId)));
    }

    [Fact]
    public async Task Returns_for_each_workout_the_result_of_a_single_request()
    {
        string[] bodies = ["{}", "[1]", Workouts.Body(_user, ",\"caloriesBurned\":-1,\"notes\":\"\\ud800\""), Workouts.Body("a b")];

        var results = await ResultsAsync(_api, bodies);

        for (int i = 0; i < bodies.Length; i++)
        {
            Assert.Equivalent((await _api.HandleAsync(Events.PostWorkout(bodies[i]))).Problem(), results[i].Problem, strict: true);
        }
    }

    [Fact]
    public async Task Single_workouts_and_batches_share_idempotency_keys()
    {
        var alone = await _api.HandleAsync(Events.PostWorkout(Workouts.Body(_user)).With("Idempotency-Key", "k"));

        var result = Assert.Single(await ResultsAsync(_api, Workouts.Body(_user, ",\"idempotencyKey\":\"k\"")));

        Assert.Equal((201, true), (result.Status, result.IdempotentReplayed));
        Assert.Equivalent(alone.Read<WorkoutResponse>(), result.Workout, strict: true);
    }

    [Fact]
    public async Task Refuses_a_key_for_the_batch_as_a_whole()
    {
        (await _api.HandleAsync(Events.PostBatch(Batch(Workouts.Body(_user))).With("idempotency-key", "k"))).AssertInvalid("Idempotency-Key unsupported_value");
        (await _api.HandleAsync(Events.PostBatch("{}").With("Idempotency-Key", ""))).AssertInvalid("Idempotency-Key unsupported_value, workouts required");

        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    [Fact]
    public async Task Logs_up_to_25_workouts_of_one_user()
    {
        string[] workouts = [.. Enumerable.Range(1, 25).Select(i => Workouts.Body(_user, $",\"distanceKm\":{i}"))];

        (await _api.HandleAsync(Events.PostBatch(Batch([.. workouts, Workouts.Body(_user)])))).AssertInvalid("workouts too_long");
        var results = await ResultsAsync(_api, workouts);

        Assert.Equal(Enumerable.Range(1, 25).Select(i => (201, (decimal?)i)), results.Select(result => (result.Status, result.Workout!.DistanceKm)));
        Assert.Equal(")=325 09m=750 09n=25 RUN.d=325 RUN.m=750 RUN.n=25 c=25 v=3", Assert.Single(await dynamoDb.RollupsOfAsync(_user)).Show());
    }

    [Theory]
    [InlineData(null, "body required")]
    [InlineData("{}", "workouts required")]
    [InlineData("{\"workouts\":[]}", "workouts required")]
    public async Task Refuses_a_body_that_is_not_a_batch(string? body, string errors) => (await _api.HandleAsync(Events.PostBatch(body))).AssertInvalid(errors);

    [Fact]
    public async Task Refuses_a_body_of_another_type_or_above_256_KB()
    {
        var body = Batch(Workouts.Body(_user));

        Assert.Equal("415 unsupported-media-type", (await _api.HandleAsync(Events.PostBatch(body).With("Content-Type", "application/x-ndjson"))).Kind());
        Assert.Equal("413 body-too-large", (await _api.HandleAsync(Events.PostBatch(body + new string(' ', 256 * 1024)))).Kind());
    }

    [Fact]
    public async Task A_failed_workout_does_not_affect_the_others()
    {
        var api = Api(before: request => IsOf(request, _other) ? throw new InvalidOperationException("secret") : Task.CompletedTask);

        var results = await ResultsAsync(api, Workouts.Body(_user), Workouts.Body(_other), Workouts.Body(_user));

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

        var results = await ResultsAsync(api, [.. Enumerable.Repeat(Workouts.Body(_user), 12)]);

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

        var results = await ResultsAsync(api, [.. Enumerable.Range(0, 25).Select(number => Workouts.Body(_user, $",\"workoutTimestamp\":\"{months[number % 2]}\""))]);

        Assert.All(results, result => Assert.Equal(201, result.Status));
        Assert.Equal([(10, 2), (10, 2), (5, 2)], transactions.Select(transaction =>
            (transaction.TransactItems.Count(item => item.Put is not null), transaction.TransactItems.Count(item => item.Update is not null))));
    }

    [Fact]
    public async Task Known_workouts_are_replayed_and_the_others_share_the_next_transaction()
    {
        await ResultsAsync(_api, Workouts.Body(_user, ",\"externalId\":\"a\""), Workouts.Body(_user, ",\"idempotencyKey\":\"k\""));
        int transactions = 0;
        var api = Api(after: number => transactions = number);

        var results = await ResultsAsync(
            api,
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

        var results = await ResultsAsync(api, Workouts.Body(_user), Workouts.Body(_user, ",\"notes\":\"odd\""), Workouts.Body(_user));

        Assert.Equal([201, 400, 201], results.Select(result => result.Status));
        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task A_lost_response_logs_no_workout_twice()
    {
        var client = new InterceptedDynamoDb(dynamoDb.Client) { AfterWrite = number => number == 1 ? throw new HttpRequestException("lost") : Task.CompletedTask };

        var results = await ResultsAsync(new TestApi(client.Client, _clock), [.. Enumerable.Repeat(Workouts.Body(_user), 3)]);

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

        var results = await ResultsAsync(api, [.. Enumerable.Repeat(Workouts.Body(_user), 25)]);

        Assert.All(results, result => Assert.Equal(201, result.Status));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Different_users_do_not_wait_for_each_other()
    {
        // The first user's write continues only after the second user's is done.
        var other = new TaskCompletionSource();
        var api = Api(request => IsOf(request, _user) ? other.Task : Task.CompletedTask, _ => other.TrySetResult());

        var results = await ResultsAsync(api, Workouts.Body(_user), Workouts.Body(_other));

        Assert.Equal([201, 201], results.Select(result => result.Status));
    }

    private static string Batch(params string[] workouts) => $$"""{"workouts":[{{string.Join(",", workouts)}}]}""";

    private static bool IsOf(TransactWriteItemsRequest request, string user) => request.TransactItems[0].Put.Item["userId"].S == user;

    private static async Task<IReadOnlyList<BatchResult>> ResultsAsync(TestApi api, params string[] workouts)
    {
        APIGatewayProxyResponse answer = await api.HandleAsync(Events.PostBatch(Batch(workouts)));
        Assert.Equal(200, answer.StatusCode);
        return answer.Read<BatchResponse>().Results;
    }

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
