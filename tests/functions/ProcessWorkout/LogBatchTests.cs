namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class LogBatchTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly string _other = DynamoDbFixture.NewUser();
    private readonly TestApi _api = new(dynamoDb.Client);

    [Fact]
    public async Task Logs_every_workout()
    {
        var answer = await _api.HandleAsync(Events.PostBatch(Workouts.Batch(Workouts.Body(_user, ",\"notes\":\"é\""), Workouts.Body(_other))).InBase64());

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
            Workouts.Batch(
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

        var results = await _api.LogBatchAsync(bodies);

        for (int i = 0; i < bodies.Length; i++)
        {
            Assert.Equivalent((await _api.HandleAsync(Events.PostWorkout(bodies[i]))).Problem(), results[i].Problem, strict: true);
        }
    }

    [Fact]
    public async Task Single_workouts_and_batches_share_idempotency_keys()
    {
        var alone = await _api.HandleAsync(Events.PostWorkout(Workouts.Body(_user)).With("Idempotency-Key", "k"));

        var result = Assert.Single(await _api.LogBatchAsync(Workouts.Body(_user, ",\"idempotencyKey\":\"k\"")));

        Assert.Equal((201, true), (result.Status, result.IdempotentReplayed));
        Assert.Equivalent(alone.Read<WorkoutResponse>(), result.Workout, strict: true);
    }

    [Fact]
    public async Task Refuses_a_key_for_the_batch_as_a_whole()
    {
        (await _api.HandleAsync(Events.PostBatch(Workouts.Batch(Workouts.Body(_user))).With("idempotency-key", "k"))).AssertInvalid("Idempotency-Key unsupported_value");
        (await _api.HandleAsync(Events.PostBatch("{}").With("Idempotency-Key", ""))).AssertInvalid("Idempotency-Key unsupported_value, workouts required");

        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    [Fact]
    public async Task Logs_up_to_25_workouts_of_one_user()
    {
        string[] workouts = [.. Enumerable.Range(1, 25).Select(i => Workouts.Body(_user, $",\"distanceKm\":{i}"))];

        (await _api.HandleAsync(Events.PostBatch(Workouts.Batch([.. workouts, Workouts.Body(_user)])))).AssertInvalid("workouts too_long");
        var results = await _api.LogBatchAsync(workouts);

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
        var body = Workouts.Batch(Workouts.Body(_user));

        Assert.Equal("415 unsupported-media-type", (await _api.HandleAsync(Events.PostBatch(body).With("Content-Type", "application/x-ndjson"))).Kind());
        Assert.Equal("413 body-too-large", (await _api.HandleAsync(Events.PostBatch(body + new string(' ', 256 * 1024)))).Kind());
    }
}
