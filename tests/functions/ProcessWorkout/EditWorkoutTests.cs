namespace WorkoutLog.Functions.Tests.ProcessWorkout;

/// <summary><c>PUT</c> and <c>DELETE</c>. <c>RequestHeaderTests</c> and <c>WorkoutEditingTests</c> test <c>If-Match</c>.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class EditWorkoutTests(DynamoDbFixture dynamoDb)
{
    private const string Timestamp = "2026-05-01T07:30:00.000000+02:00";
    private const string Replacement = """{"workoutType":"CYCLING","durationMinutes":45.50}""";

    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly TestApi _api = new(dynamoDb.Client);

    [Fact]
    public async Task Replaces_a_workout_except_its_user_and_keeps_an_omitted_timestamp()
    {
        string id = await LogAsync();

        var answer = await _api.HandleAsync(Events.PutWorkout(_user, id, Replacement).With("IF-MATCH", "\"1\""));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(
            $$"""{"workoutId":"{{id}}","userId":"{{_user}}","workoutType":"CYCLING","durationMinutes":45.5,"workoutTimestamp":"{{Timestamp}}"}""",
            answer.Body);
        Assert.Equal(
            new Dictionary<string, string> { ["Content-Type"] = "application/json", ["Cache-Control"] = "no-store", ["ETag"] = "\"2\"" },
            answer.Headers);
        Assert.Equal("412 version-mismatch", (await _api.HandleAsync(Events.PutWorkout(_user, id, Replacement).With("If-Match", "\"1\""))).Kind());
    }

    [Fact]
    public async Task A_response_may_be_sent_back_as_a_replacement()
    {
        var own = (await _api.HandleAsync(Events.GetWorkout(_user, await LogAsync()))).Body;
        var other = (await _api.HandleAsync(Events.GetWorkout(_user, await LogAsync()))).Read<WorkoutResponse>().WorkoutId;

        var answer = await PutAsync(JsonId(own), own);

        Assert.Equal((200, own), (answer.StatusCode, answer.Body));
        (await PutAsync(other, own)).AssertInvalid("workoutId read_only");
    }

    [Theory]
    [InlineData("2026-05-01T05:30:00Z", "2026-05-01T05:30:00.000000Z")]
    [InlineData("2026-05-01T11:00:00.0000009+05:30", "2026-05-01T11:00:00.000000+05:30")]
    [InlineData("2026-04-30T23:30:00Z", "2026-04-30T23:30:00.000000Z")]
    public async Task Another_timestamp_moves_the_workout_which_keeps_its_id(string timestamp, string moved)
    {
        string id = await LogAsync();

        var answer = await PutAsync(id, $$"""{"workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"{{timestamp}}"}""");

        Assert.Equal((200, "\"2\"", id, moved), (answer.StatusCode, answer.Headers["ETag"], JsonId(answer.Body), answer.Read<WorkoutResponse>().WorkoutTimestamp));
        Assert.Equal(answer.Body, (await _api.HandleAsync(Events.GetWorkout(_user, id))).Body);
        Assert.Equal(answer.Body, (await PutAsync(id, answer.Body)).Body);
    }

    [Theory]
    [InlineData("tomorrow", "malformed")]
    [InlineData("", "malformed")]
    [InlineData("1999-12-31T23:59:59Z", "out_of_range")]
    [InlineData("2026-05-10T07:30:01Z", "out_of_range")]
    public async Task Refuses_to_move_a_workout_out_of_the_valid_range(string timestamp, string code) =>
        (await PutAsync(await LogAsync(), $$"""{"workoutType":"RUN","durationMinutes":1,"workoutTimestamp":"{{timestamp}}"}""")).AssertInvalid($"workoutTimestamp {code}");

    [Theory]
    [InlineData("garmin:1", "garmin:1", "")]
    [InlineData("garmin:1", "garmin:2", "externalId read_only")]
    [InlineData(null, "garmin:1", "externalId read_only")]
    [InlineData("garmin:1", "garmin 1", "externalId invalid_characters")]
    public async Task An_external_id_may_be_repeated_and_is_kept_if_omitted(string? own, string sent, string errors)
    {
        string id = (await dynamoDb.LogAsync(Workouts.At(_user, Timestamp) with { ExternalId = own })).Id.ToString();

        var kept = await PutAsync(id, Replacement);
        Assert.Equal((200, own), (kept.StatusCode, kept.Read<WorkoutResponse>().ExternalId));
        var answer = await PutAsync(id, $$"""{"workoutType":"RUN","durationMinutes":1,"externalId":"{{sent}}"}""");

        if (errors.Length > 0)
        {
            answer.AssertInvalid(errors);
            return;
        }

        Assert.Equal((200, own), (answer.StatusCode, answer.Read<WorkoutResponse>().ExternalId));
    }

    [Fact]
    public async Task Refuses_to_change_read_only_fields_and_reports_it_with_all_other_errors()
    {
        const string Body = """{"workoutId":"x","userId":"other","workoutTimestamp":"May","workoutType":"FLY","notes":1}""";

        var answer = await _api.HandleAsync(Events.PutWorkout(_user, await LogAsync(), Body).With("If-Match", "1"));

        answer.AssertInvalid(
            "notes wrong_type, durationMinutes required, workoutType unsupported_value, workoutTimestamp malformed, "
            + "workoutId read_only, userId read_only, If-Match malformed");
        Assert.Equal("1", Assert.Single(await dynamoDb.LogsOfAsync(_user))["version"].N);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("..%2F..%2Fx")]
    public async Task An_id_that_can_not_exist_is_not_found(string workoutId) =>
        Assert.Equal("404 workout-not-found", (await PutAsync(workoutId, "no JSON")).Kind());

    [Fact]
    public async Task An_athlete_learns_nothing_about_other_users_workouts()
    {
        string id = await LogAsync();

        var existing = await _api.HandleAsync(Events.PutWorkout(_user, id, Replacement, athlete: "athlete-2"));
        var missing = await _api.HandleAsync(Events.PutWorkout(_user, "nonsense", "", athlete: "athlete-2"));
        var own = await _api.HandleAsync(Events.PutWorkout(_user, id, Replacement, athlete: _user));

        Assert.Equal(("403 not-your-data", existing.Body, 200), (existing.Kind(), missing.Body, own.StatusCode));
    }

    [Fact]
    public async Task Reads_a_percent_encoded_user_and_a_base64_body_in_UTF_8_and_no_other_type()
    {
        string user = $"us-east-1:{Guid.NewGuid()}";
        var id = (await dynamoDb.LogAsync(Workouts.At(user, Timestamp))).Id.ToString();

        var put = Events.PutWorkout(Uri.EscapeDataString(user), id, Replacement).InBase64();
        var answer = await _api.HandleAsync(put.With("content-type", "application/json; charset=UTF-8"));

        Assert.Equal((200, user), (answer.StatusCode, answer.Read<WorkoutResponse>().UserId));
        Assert.Equal("415 unsupported-media-type", (await _api.HandleAsync(put.With("content-type", "text/plain"))).Kind());
    }

    [Fact]
    public async Task Deletes_a_workout_once_and_returns_no_body()
    {
        string id = await LogAsync();

        var first = await _api.HandleAsync(Events.DeleteWorkout(_user, id).With("if-match", "\"1\""));
        var second = await _api.HandleAsync(Events.DeleteWorkout(_user, id));

        Assert.Equal((204, null, false), (first.StatusCode, first.Body, first.IsBase64Encoded));
        Assert.Equal(new Dictionary<string, string> { ["Cache-Control"] = "no-store" }, first.Headers);
        Assert.Equal("404 workout-not-found", second.Kind());
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    [Theory]
    [InlineData("\"2\"", null, "412 version-mismatch")]
    [InlineData("1", null, "400 invalid-request")]
    [InlineData("\"1\"", "athlete-2", "403 not-your-data")]
    public async Task Keeps_a_workout_that_the_client_may_not_delete(string ifMatch, string? athlete, string kind)
    {
        string id = await LogAsync();

        var answer = await _api.HandleAsync(Events.DeleteWorkout(_user, id, athlete).With("If-Match", ifMatch));

        Assert.Equal(kind, answer.Kind());
        Assert.Single(await dynamoDb.LogsOfAsync(_user));
    }

    private static string JsonId(string body) => System.Text.Json.Nodes.JsonNode.Parse(body)!["workoutId"]!.GetValue<string>();

    private async Task<string> LogAsync() =>
        (await dynamoDb.LogAsync(Workouts.At(_user, Timestamp) with { CaloriesBurned = 300, DistanceKm = 5, Notes = "n" })).Id.ToString();

    private Task<APIGatewayProxyResponse> PutAsync(string workoutId, string body) => _api.HandleAsync(Events.PutWorkout(_user, workoutId, body));
}
