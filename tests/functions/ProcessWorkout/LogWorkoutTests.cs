using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class LogWorkoutTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly ProcessFunction _function = new(dynamoDb);

    [Fact]
    public async Task Logs_a_workout()
    {
        var answer = await PostAsync(Body(""","distanceKm":5.50,"workoutTimestamp":"2026-05-09T07:30:00.5+02:00","notes":"Easy 🏃 \"é\"" """));

        var item = Assert.Single(await dynamoDb.LogsOfAsync(_user));
        Assert.True(WorkoutId.TryParseSortKey(item["workoutTimestamp"].S, out WorkoutId id));
        Assert.Equal(201, answer.StatusCode);
        Assert.Equal(
            $$"""
            {"workoutId":"{{id}}","userId":"{{_user}}","workoutType":"RUN","durationMinutes":30,"distanceKm":5.5,"notes":"Easy \uD83C\uDFC3 \"é\"","workoutTimestamp":"2026-05-09T07:30:00.500000+02:00"}
            """,
            answer.Body);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Content-Type"] = "application/json",
                ["Cache-Control"] = "no-store",
                ["Location"] = $"/dev/workouts/{_user}/{id}",
                ["ETag"] = "\"1\"",
            },
            answer.Headers);
    }

    [Fact]
    public async Task Takes_the_time_of_the_request_when_none_is_sent()
    {
        var answer = await PostAsync(Body(""));

        Assert.Equal("2026-05-09T07:30:00.000000Z", answer.Read<WorkoutResponse>().WorkoutTimestamp);
    }

    [Fact]
    public async Task Escapes_the_user_in_the_location_and_does_without_a_request_context_path()
    {
        string user = $"us-east-1:{Guid.NewGuid()}";
        var proxyEvent = Events.PostWorkout(Body("").Replace(_user, user, StringComparison.Ordinal));
        proxyEvent.RequestContext.Path = null;

        var answer = await _function.HandleAsync(proxyEvent);

        Assert.StartsWith($"/workouts/{Uri.EscapeDataString(user)}/", answer.Headers["Location"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_base64_body()
    {
        var proxyEvent = Events.PostWorkout(Convert.ToBase64String(Encoding.UTF8.GetBytes(Body(""))));
        proxyEvent.IsBase64Encoded = true;

        var answer = await _function.HandleAsync(proxyEvent);

        Assert.Equal(201, answer.StatusCode);
    }

    [Fact]
    public async Task Reports_errors_of_the_JSON_and_of_the_values_together_and_writes_nothing()
    {
        var answer = await PostAsync($$"""{"userId":"{{_user}}","workoutType":"FLY","durationMinutes":"30","caloriesBurned":-1,"steps":1}""");

        var problem = answer.Problem();
        Assert.Equal((400, "The request is not valid", "4 errors, each named under errors."), (answer.StatusCode, problem.Title, problem.Detail));
        Assert.Equal(
            [
                "durationMinutes wrong_type: durationMinutes must be a number; received a string.",
                "steps unknown_field: There is no field steps; the fields are userId, workoutType, durationMinutes, caloriesBurned, distanceKm, notes, workoutTimestamp.",
                "workoutType unsupported_value: workoutType must be one of RUN, CYCLING; received \"FLY\".",
                "caloriesBurned out_of_range: caloriesBurned must be from 0 to 20,000 kcal; received -1.",
            ],
            problem.Lines());
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
        Assert.Empty(await dynamoDb.RollupsOfAsync(_user));
    }

    [Theory]
    [InlineData(null, false, "body required: The body is empty; it must be a JSON object.")]
    [InlineData("", true, "body required: The body is empty; it must be a JSON object.")]
    [InlineData("{\"userId\":", false, "userId malformed: The value of userId is not JSON (line 1, byte 11).")]
    [InlineData("no base64!", true, "body malformed: The body is marked as base64 and is not.")]
    public async Task Refuses_a_body_that_is_no_JSON(string? body, bool base64, string expected)
    {
        var proxyEvent = Events.PostWorkout(body);
        proxyEvent.IsBase64Encoded = base64;

        var answer = await _function.HandleAsync(proxyEvent);

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal([expected], answer.Problem().Lines());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refuses_a_body_above_256_KB(bool base64)
    {
        string body = Body($""","notes":"{new string('é', 131_072)}" """);
        var proxyEvent = Events.PostWorkout(base64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(body)) : body);
        proxyEvent.IsBase64Encoded = base64;

        var answer = await _function.HandleAsync(proxyEvent);

        Assert.Equal((413, "The body must have at most 256 KB (262,144 bytes)."), (answer.StatusCode, answer.Problem().Detail));
        Assert.Equal(("body", "too_large"), (answer.Problem().Errors![0].Field, answer.Problem().Errors![0].Code));
    }

    [Fact]
    public async Task Reads_a_body_of_just_256_KB()
    {
        string body = Body("");

        var answer = await PostAsync(body + new string(' ', RequestBody.MaxBytes - body.Length));

        Assert.Equal(201, answer.StatusCode);
    }

    [Fact]
    public async Task An_athlete_may_log_for_itself()
    {
        var answer = await _function.HandleAsync(Events.PostWorkout(Body(""), cognitoIdentityId: _user));

        Assert.Equal(201, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"caloriesBurned\":-1")]
    public async Task An_athlete_may_not_log_for_another(string more)
    {
        var answer = await _function.HandleAsync(Events.PostWorkout(Body(more), cognitoIdentityId: "athlete-2"));

        Assert.Equal((403, "A signed-in athlete may act for its own userId only."), (answer.StatusCode, answer.Problem().Detail));
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    private string Body(string more) => $$"""{"userId":"{{_user}}","workoutType":"RUN","durationMinutes":30{{more}}}""";

    private Task<APIGatewayProxyResponse> PostAsync(string body) => _function.HandleAsync(Events.PostWorkout(body));
}
