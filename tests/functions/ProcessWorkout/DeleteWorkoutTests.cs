using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class DeleteWorkoutTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly ProcessFunction _function = new(dynamoDb);

    [Fact]
    public async Task Deletes_a_workout_once()
    {
        string id = await LogAsync();

        var first = await _function.HandleAsync(Events.DeleteWorkout(_user, id));
        var second = await _function.HandleAsync(Events.DeleteWorkout(_user, id));

        Assert.Equal((204, 404), (first.StatusCode, second.StatusCode));
        Assert.Equal("The user has no workout of this id.", second.Problem().Detail);
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
        Assert.Equal("0", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    [Fact]
    public async Task Answers_without_a_body_and_without_a_type()
    {
        string id = await LogAsync();

        var answer = await _function.HandleAsync(Events.DeleteWorkout(_user, id));

        Assert.Null(answer.Body);
        Assert.Equal(new Dictionary<string, string> { ["Cache-Control"] = "no-store" }, answer.Headers);
        Assert.False(answer.IsBase64Encoded);
    }

    [Theory]
    [InlineData("\"1\"", 204)]
    [InlineData("*", 204)]
    [InlineData("\"2\"", 412)]
    [InlineData("W/\"1\"", 412)]
    public async Task Goes_by_the_version_that_the_client_has_seen(string ifMatch, int status)
    {
        string id = await LogAsync();

        var answer = await _function.HandleAsync(Events.DeleteWorkout(_user, id).With("if-match", ifMatch));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == 412 ? 1 : 0, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task Refuses_a_malformed_version()
    {
        string id = await LogAsync();

        var answer = await _function.HandleAsync(Events.DeleteWorkout(_user, id).With("If-Match", "1"));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal(
            ["If-Match malformed: If-Match must be * or entity tags in quotation marks, separated by commas; received \"1\"."], answer.Problem().Lines());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_id_that_can_not_exist_is_not_found(string workoutId)
    {
        var answer = await _function.HandleAsync(Events.DeleteWorkout(_user, workoutId).With("If-Match", "1"));

        Assert.Equal((404, "The user has no workout of this id."), (answer.StatusCode, answer.Problem().Detail));
    }

    [Fact]
    public async Task An_athlete_can_not_delete_for_another()
    {
        string id = await LogAsync();

        var answer = await _function.HandleAsync(Events.DeleteWorkout(_user, id, cognitoIdentityId: "athlete-2"));

        Assert.Equal((403, "A signed-in athlete may act for its own userId only."), (answer.StatusCode, answer.Problem().Detail));
        Assert.Single(await dynamoDb.LogsOfAsync(_user));
    }

    private async Task<string> LogAsync() =>
        (await _function.HandleAsync(Events.PostWorkout($$"""{"userId":"{{_user}}","workoutType":"RUN","durationMinutes":30}"""))).Read<WorkoutResponse>().WorkoutId;
}
