using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class LogBatchTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly ProcessFunction _function = new(dynamoDb);

    [Fact]
    public async Task Logs_every_workout()
    {
        string other = DynamoDbFixture.NewUser();

        var answer = await PostAsync(Workout(",\"notes\":\"é\""), Workout("").Replace(_user, other, StringComparison.Ordinal));

        Assert.True(WorkoutId.TryParseSortKey(Assert.Single(await dynamoDb.LogsOfAsync(_user))["workoutTimestamp"].S, out WorkoutId first));
        Assert.True(WorkoutId.TryParseSortKey(Assert.Single(await dynamoDb.LogsOfAsync(other))["workoutTimestamp"].S, out WorkoutId second));
        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(
            "{\"results\":["
            + $$"""{"status":201,"workout":{"workoutId":"{{first}}","userId":"{{_user}}","workoutType":"RUN","durationMinutes":30,"notes":"é","workoutTimestamp":"2026-05-09T07:30:00.000000Z"},"etag":"\"1\""},"""
            + $$"""{"status":201,"workout":{"workoutId":"{{second}}","userId":"{{other}}","workoutType":"RUN","durationMinutes":30,"workoutTimestamp":"2026-05-09T07:30:00.000000Z"},"etag":"\"1\""}"""
            + "]}",
            answer.Body);
        Assert.Equal(new Dictionary<string, string> { ["Content-Type"] = "application/json", ["Cache-Control"] = "no-store" }, answer.Headers);
    }

    [Fact]
    public async Task Each_workout_stands_or_falls_alone_and_the_order_stays()
    {
        var answer = await _function.HandleAsync(Events.PostBatch(
            Batch(
                Workout(",\"durationMinutes\":1,\"workoutType\":\"FLY\",\"steps\":2"),
                Workout(",\"idempotencyKey\":\"k\""),
                Workout("").Replace(_user, "somebody-else", StringComparison.Ordinal),
                "\"RUN\"",
                Workout(",\"idempotencyKey\":\"k\""),
                Workout(",\"idempotencyKey\":\"k\",\"notes\":\"other\""),
                Workout(",\"idempotencyKey\":\"\""),
                Workout("")),
            cognitoIdentityId: _user));

        var results = answer.Read<BatchResponse>().Results;
        Assert.Equal([400, 201, 403, 400, 201, 422, 400, 201], results.Select(result => result.Status));
        Assert.Equal(
            [
                "durationMinutes duplicate_field: durationMinutes must be sent only once.",
                "workoutType duplicate_field: workoutType must be sent only once.",
            ],
            results[0].Problem!.Lines()[..2]);
        Assert.StartsWith("steps unknown_field: There is no field steps; the fields are ", results[0].Problem!.Lines()[2], StringComparison.Ordinal);
        Assert.Equal("A signed-in athlete may act for its own userId only.", results[2].Problem!.Detail);
        Assert.Equal("The body must be a JSON object; received a string.", results[3].Problem!.Detail);
        Assert.Equal((null, true), (results[1].IdempotentReplayed, results[4].IdempotentReplayed));
        Assert.Equal(results[1].Workout!.WorkoutId, results[4].Workout!.WorkoutId);
        Assert.Equal("Another workout was sent under this idempotency key; a new workout needs a new key.", results[5].Problem!.Detail);
        Assert.Equal(["idempotencyKey required: idempotencyKey must not be empty."], results[6].Problem!.Lines());
        Assert.NotEqual(results[1].Workout!.WorkoutId, results[7].Workout!.WorkoutId);
        Assert.All(results, result => Assert.Equal(result.Status >= 400 ? (result.Status, "request-1") : default, (result.Problem?.Status ?? 0, result.Problem?.RequestId)));
    }

    [Fact]
    public async Task Answers_for_each_workout_what_it_would_have_got_alone()
    {
        string[] bodies = ["{}", "[1]", Workout(",\"caloriesBurned\":-1,\"notes\":\"\\ud800\""), Workout("").Replace(_user, "a b", StringComparison.Ordinal)];

        var results = (await PostAsync(bodies)).Read<BatchResponse>().Results;

        for (int i = 0; i < bodies.Length; i++)
        {
            var alone = (await _function.HandleAsync(Events.PostWorkout(bodies[i]))).Problem();
            Assert.Equivalent(alone, results[i].Problem, strict: true);
        }
    }

    [Fact]
    public async Task The_key_of_a_single_workout_and_of_one_in_a_batch_are_the_same()
    {
        var alone = await _function.HandleAsync(Events.PostWorkout(Workout("")).With("Idempotency-Key", "k"));

        var result = Assert.Single((await PostAsync(Workout(",\"idempotencyKey\":\"k\""))).Read<BatchResponse>().Results);

        Assert.Equal((201, true), (result.Status, result.IdempotentReplayed));
        Assert.Equivalent(alone.Read<WorkoutResponse>(), result.Workout, strict: true);
    }

    [Fact]
    public async Task Logs_25_workouts_of_one_user()
    {
        var answer = await PostAsync([.. Enumerable.Range(1, 25).Select(i => Workout($",\"distanceKm\":{i}"))]);

        var results = answer.Read<BatchResponse>().Results;
        Assert.Equal(Enumerable.Range(1, 25).Select(i => (201, (decimal?)i)), results.Select(result => (result.Status, result.Workout!.DistanceKm)));
        var rollup = Assert.Single(await dynamoDb.RollupsOfAsync(_user));
        Assert.Equal(("25", "325"), (rollup["RUN.n"].N, rollup["RUN.d"].N));
    }

    [Theory]
    [InlineData(0, "workouts required: workouts must not be empty.")]
    [InlineData(26, "workouts too_long: workouts must have at most 25 elements; received 26.")]
    public async Task Refuses_a_batch_of_another_size_whole(int size, string expected)
    {
        var answer = await PostAsync([.. Enumerable.Repeat(Workout(""), size)]);

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal([expected], answer.Problem().Lines());
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    [Theory]
    [InlineData(null, "body required: The body is empty; it must be a JSON object.")]
    [InlineData("{}", "workouts required: workouts is required.")]
    [InlineData("{\"workouts\":{}}", "workouts wrong_type: workouts must be an array; received an object.")]
    [InlineData("{\"workouts\":[{}],\"userId\":\"a\"}", "userId unknown_field: There is no field userId; the fields are workouts.")]
    [InlineData("{\"workouts\":[{]}", "workouts malformed: The value of workouts is not JSON (line 1, byte 15).")]
    public async Task Refuses_a_body_that_is_no_batch(string? body, string expected)
    {
        var answer = await _function.HandleAsync(Events.PostBatch(body));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal([expected], answer.Problem().Lines());
    }

    [Fact]
    public async Task Refuses_a_body_of_another_type_or_above_256_KB()
    {
        var ofOtherType = await _function.HandleAsync(Events.PostBatch(Batch(Workout(""))).With("Content-Type", "application/x-ndjson"));
        var tooLarge = await _function.HandleAsync(Events.PostBatch(Batch(Workout("")) + new string(' ', 256 * 1024)));

        Assert.Equal((415, 413), (ofOtherType.StatusCode, tooLarge.StatusCode));
    }

    [Fact]
    public async Task Reads_a_base64_body()
    {
        var proxyEvent = Events.PostBatch(Convert.ToBase64String(Encoding.UTF8.GetBytes(Batch(Workout("")))));
        proxyEvent.IsBase64Encoded = true;

        var answer = await _function.HandleAsync(proxyEvent);

        Assert.Equal(201, Assert.Single(answer.Read<BatchResponse>().Results).Status);
    }

    private static string Batch(params string[] workouts) => $$"""{"workouts":[{{string.Join(",", workouts)}}]}""";

    private string Workout(string more) => $$"""{"userId":"{{_user}}","workoutType":"RUN","durationMinutes":30{{more}}}""";

    private Task<APIGatewayProxyResponse> PostAsync(params string[] workouts) => _function.HandleAsync(Events.PostBatch(Batch(workouts)));
}
