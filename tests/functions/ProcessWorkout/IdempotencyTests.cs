using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class IdempotencyTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly ProcessFunction _function = new(dynamoDb);

    [Fact]
    public async Task A_replay_gets_the_same_answer_and_says_that_it_is_one()
    {
        var first = await PostAsync(Body("30"), "key-1");
        var second = await PostAsync(Body("30.0"), "key-1");

        Assert.Equal((201, 201), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Body, second.Body);
        Assert.False(first.Headers.ContainsKey("Idempotent-Replayed"));
        Assert.Equal(first.Headers.Append(new("Idempotent-Replayed", "true")).Order(ByName), second.Headers.Order(ByName));
        Assert.Equal(1, await WorkoutsAsync());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await PostAsync(Body("30"), "key-1");

        var answer = await PostAsync(Body("31"), "key-1");

        var problem = answer.Problem();
        Assert.Equal((422, "urn:workout-log:problem:idempotency-key-reused"), (answer.StatusCode, problem.Type));
        Assert.Equal(
            ("The idempotency key belongs to another request", "Another workout was sent under this idempotency key; a new workout needs a new key."),
            (problem.Title, problem.Detail));
        Assert.Null(problem.Errors);
        Assert.Equal(1, await WorkoutsAsync());
    }

    [Fact]
    public async Task A_refused_workout_does_not_use_its_key_up()
    {
        var refused = await PostAsync(Body("-1"), "key-1");
        var logged = await PostAsync(Body("30"), "key-1");

        Assert.Equal((400, 201), (refused.StatusCode, logged.StatusCode));
        Assert.False(logged.Headers.ContainsKey("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Keys_of_different_callers_never_meet()
    {
        await PostAsync(Body("30"), "key-1");

        var ofAthlete = await _function.HandleAsync(Events.PostWorkout(Body("31"), cognitoIdentityId: _user).With("Idempotency-Key", "key-1"));

        Assert.Equal(201, ofAthlete.StatusCode);
        Assert.Equal(2, await WorkoutsAsync());
    }

    [Fact]
    public async Task Two_workouts_without_a_key_are_two_workouts()
    {
        await PostAsync(Body("30"), key: null);
        await PostAsync(Body("30"), key: null);

        Assert.Equal(2, await WorkoutsAsync());
    }

    [Fact]
    public async Task Twins_at_the_same_time_are_one_workout()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(Body("30"), "key-1")));

        Assert.All(answers, answer => Assert.Equal((201, answers[0].Body), (answer.StatusCode, answer.Body)));
        Assert.Equal(4, answers.Count(answer => answer.Headers.ContainsKey("Idempotent-Replayed")));
        Assert.Equal(1, await WorkoutsAsync());
    }

    [Fact]
    public async Task Reports_a_malformed_key_together_with_the_errors_of_the_body()
    {
        var answer = await PostAsync(Body("-1"), "a b");

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal(
            [
                "durationMinutes out_of_range: durationMinutes must be above 0 and at most 1,440 minutes; received -1.",
                "Idempotency-Key invalid_characters: Idempotency-Key may hold only printable ASCII characters without blanks; received \"a b\".",
            ],
            answer.Problem().Lines());
    }

    private static Comparer<KeyValuePair<string, string>> ByName { get; } =
        Comparer<KeyValuePair<string, string>>.Create((left, right) => string.CompareOrdinal(left.Key, right.Key));

    private string Body(string minutes) => $$"""{"userId":"{{_user}}","workoutType":"RUN","durationMinutes":{{minutes}}}""";

    private Task<APIGatewayProxyResponse> PostAsync(string body, string? key)
    {
        var proxyEvent = Events.PostWorkout(body);
        return _function.HandleAsync(key is null ? proxyEvent : proxyEvent.With("idempotency-key", key));
    }

    private async Task<int> WorkoutsAsync() =>
        (await dynamoDb.LogsOfAsync(_user)).Count(item => !item[LogsTableSchema.SortKey].S.StartsWith("IDEMPOTENCY#", StringComparison.Ordinal));
}
