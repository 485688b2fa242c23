using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class ReplaceWorkoutTests(DynamoDbFixture dynamoDb)
{
    private const string Replacement = """{"workoutType":"CYCLING","durationMinutes":45.50}""";

    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly ProcessFunction _function = new(dynamoDb);

    [Fact]
    public async Task Replaces_all_that_a_workout_holds_but_its_user_and_its_moment()
    {
        var logged = await LogAsync();

        var answer = await PutAsync(logged.WorkoutId, Replacement);

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(
            $$"""{"workoutId":"{{logged.WorkoutId}}","userId":"{{_user}}","workoutType":"CYCLING","durationMinutes":45.5,"workoutTimestamp":"2026-05-01T07:30:00.000000+02:00"}""",
            answer.Body);
        Assert.Equal(
            new Dictionary<string, string> { ["Content-Type"] = "application/json", ["Cache-Control"] = "no-store", ["ETag"] = "\"2\"" },
            answer.Headers);
        var rollup = Assert.Single(await dynamoDb.RollupsOfAsync(_user));
        Assert.Equal(("0", "1", "45.5"), (rollup["RUN.n"].N, rollup["CYCLING.n"].N, rollup["CYCLING.m"].N));
    }

    [Fact]
    public async Task An_answer_may_be_sent_back_whole()
    {
        string body = (await PostAsync()).Body;
        string id = (await LogAsync()).WorkoutId;
        var own = await PostAsync();

        var answer = await PutAsync(own.Read<WorkoutResponse>().WorkoutId, own.Body);
        var ofOther = await PutAsync(id, body);

        Assert.Equal((200, own.Body), (answer.StatusCode, answer.Body));
        Assert.Equal(400, ofOther.StatusCode);
    }

    [Theory]
    [InlineData("2026-05-01T05:30:00Z")]
    [InlineData("2026-05-01T11:00:00.0000009+05:30")]
    public async Task The_moment_may_be_sent_in_another_offset_and_the_stored_one_stays(string timestamp)
    {
        var logged = await LogAsync();

        var answer = await PutAsync(logged.WorkoutId, $$"""{"workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"{{timestamp}}"}""");

        Assert.Equal((200, "2026-05-01T07:30:00.000000+02:00"), (answer.StatusCode, answer.Read<WorkoutResponse>().WorkoutTimestamp));
    }

    [Fact]
    public async Task Refuses_to_change_what_can_not_change_and_reports_it_with_all_other_errors()
    {
        var logged = await LogAsync();

        var answer = await _function.HandleAsync(Events.PutWorkout(
            _user,
            logged.WorkoutId,
            """{"workoutId":"x","userId":"other","workoutTimestamp":"2026-05-01T07:30:00Z","workoutType":"FLY","notes":1}""").With("If-Match", "1"));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal(
            [
                "notes wrong_type: notes must be a string; received a number.",
                "durationMinutes required: durationMinutes is required.",
                "workoutType unsupported_value: workoutType must be one of RUN, CYCLING; received \"FLY\".",
                $"workoutId read_only: workoutId can't change; it is {logged.WorkoutId}, received \"x\".",
                $"userId read_only: userId can't change; it is {_user}, received \"other\".",
                "workoutTimestamp read_only: workoutTimestamp can't change; it is 2026-05-01T05:30:00.000000Z, received \"2026-05-01T07:30:00Z\".",
                "If-Match malformed: If-Match must be * or entity tags in quotation marks, separated by commas; received \"1\".",
            ],
            answer.Problem().Lines());
        Assert.Equal("1", Assert.Single(await dynamoDb.LogsOfAsync(_user))["version"].N);
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("")]
    public async Task A_timestamp_that_is_none_is_not_the_workouts_own(string timestamp)
    {
        var logged = await LogAsync();

        var answer = await PutAsync(logged.WorkoutId, $$"""{"workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"{{timestamp}}"}""");

        Assert.Equal(
            [$"workoutTimestamp read_only: workoutTimestamp can't change; it is 2026-05-01T05:30:00.000000Z, received \"{timestamp}\"."],
            answer.Problem().Lines());
    }

    [Theory]
    [InlineData("*", 200)]
    [InlineData("\"1\"", 200)]
    [InlineData("\"7\", \"1\"", 200)]
    [InlineData("\"2\"", 412)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("\"01\"", 412)]
    [InlineData("\"another\"", 412)]
    public async Task Goes_by_the_version_that_the_client_has_seen(string ifMatch, int status)
    {
        var logged = await LogAsync();

        var answer = await _function.HandleAsync(Events.PutWorkout(_user, logged.WorkoutId, Replacement).With("IF-MATCH", ifMatch));

        Assert.Equal(status, answer.StatusCode);
        if (status == 412)
        {
            var problem = answer.Problem();
            Assert.Equal(
                ("The workout has another version", "The workout is at version \"1\", which If-Match does not name."), (problem.Title, problem.Detail));
        }
    }

    [Fact]
    public async Task Of_many_with_the_same_version_one_wins()
    {
        var logged = await LogAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            _function.HandleAsync(Events.PutWorkout(_user, logged.WorkoutId, Replacement).With("If-Match", "\"1\""))));

        Assert.Equal([200, 412, 412, 412, 412], answers.Select(answer => answer.StatusCode).Order());
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("..%2F..%2Fx")]
    public async Task An_id_that_can_not_exist_is_not_found(string workoutId)
    {
        var answer = await PutAsync(workoutId, "no JSON");

        var problem = answer.Problem();
        Assert.Equal((404, "No such workout", "The user has no workout of this id."), (answer.StatusCode, problem.Title, problem.Detail));
    }

    [Fact]
    public async Task A_missing_workout_is_not_found_whether_or_not_the_user_exists()
    {
        string id = (await LogAsync()).WorkoutId;
        await _function.HandleAsync(Events.DeleteWorkout(_user, id));

        var ofUser = await PutAsync(id, Replacement);
        var ofNobody = await _function.HandleAsync(Events.PutWorkout(DynamoDbFixture.NewUser(), id, Replacement).With("If-Match", "\"1\""));

        Assert.Equal((404, 404), (ofUser.StatusCode, ofNobody.StatusCode));
        Assert.Equal(ofUser.Body, ofNobody.Body);
    }

    [Fact]
    public async Task An_athlete_learns_nothing_of_the_workouts_of_others()
    {
        string id = (await LogAsync()).WorkoutId;

        var existing = await _function.HandleAsync(Events.PutWorkout(_user, id, Replacement, cognitoIdentityId: "athlete-2"));
        var missing = await _function.HandleAsync(Events.PutWorkout(_user, "nonsense", "", cognitoIdentityId: "athlete-2"));
        var own = await _function.HandleAsync(Events.PutWorkout(_user, id, Replacement, cognitoIdentityId: _user));

        Assert.Equal((403, 403, 200), (existing.StatusCode, missing.StatusCode, own.StatusCode));
        Assert.Equal(existing.Body, missing.Body);
    }

    [Theory]
    [InlineData("batch", "userId reserved: userId may not be \"batch\", which the API's own paths use.")]
    [InlineData("a%20b", "userId invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"a b\".")]
    public async Task Refuses_a_user_that_can_not_exist(string userId, string expected)
    {
        var answer = await _function.HandleAsync(Events.PutWorkout(userId, "nonsense", Replacement));

        Assert.Equal([expected], answer.Problem().Lines());
    }

    [Fact]
    public async Task Reads_a_percent_encoded_user_and_a_base64_body_in_any_charset_that_is_UTF_8()
    {
        string user = $"us-east-1:{Guid.NewGuid()}";
        var logged = (await _function.HandleAsync(Events.PostWorkout(Body(user)))).Read<WorkoutResponse>();
        var proxyEvent = Events.PutWorkout(Uri.EscapeDataString(user), logged.WorkoutId, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Replacement)))
            .With("content-type", "application/json; charset=UTF-8");
        proxyEvent.IsBase64Encoded = true;

        var answer = await _function.HandleAsync(proxyEvent);

        Assert.Equal((200, user), (answer.StatusCode, answer.Read<WorkoutResponse>().UserId));
    }

    [Fact]
    public async Task Refuses_a_body_of_another_type()
    {
        string id = (await LogAsync()).WorkoutId;

        var answer = await _function.HandleAsync(Events.PutWorkout(_user, id, Replacement).With("Content-Type", "text/plain"));

        Assert.Equal((415, "Content-Type must be application/json in UTF-8; received \"text/plain\"."), (answer.StatusCode, answer.Problem().Detail));
    }

    private static string Body(string user) =>
        $$"""{"userId":"{{user}}","workoutType":"RUN","durationMinutes":30,"caloriesBurned":300,"distanceKm":5,"notes":"n","workoutTimestamp":"2026-05-01T07:30:00+02:00"}""";

    private Task<APIGatewayProxyResponse> PostAsync() => _function.HandleAsync(Events.PostWorkout(Body(_user)));

    private async Task<WorkoutResponse> LogAsync() => (await PostAsync()).Read<WorkoutResponse>();

    private Task<APIGatewayProxyResponse> PutAsync(string workoutId, string body) => _function.HandleAsync(Events.PutWorkout(_user, workoutId, body));
}
