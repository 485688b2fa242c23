using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

[Collection(DynamoDbCollection.Name)]
public sealed class GetWorkoutTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly QueryFunction _function = new(dynamoDb.Client, dynamoDb.Tables);

    [Fact]
    public async Task Shows_a_workout_and_its_version()
    {
        var stored = await _function.LogAsync(Runs.At(_user, "2026-05-09T07:30:00Z") with { Notes = "easy" });

        var answer = await _function.HandleAsync(QueryEvents.Workout(_user, stored.Id.ToString()));

        Assert.Equal((200, "application/json", "no-store", "\"1\""), (answer.StatusCode, answer.Headers["Content-Type"], answer.Headers["Cache-Control"], answer.Headers["ETag"]));
        Assert.Equal(
            "{\"workoutId\":\"" + stored.Id + "\",\"userId\":\"" + _user + "\",\"workoutType\":\"RUN\",\"durationMinutes\":30,\"notes\":\"easy\",\"workoutTimestamp\":\"2026-05-09T07:30:00.000000Z\"}",
            answer.Body);
    }

    [Fact]
    public async Task Shows_an_athlete_its_own_workout()
    {
        var stored = await _function.LogAsync(Runs.At(_user, "2026-05-09T07:30:00Z"));

        var answer = await _function.HandleAsync(QueryEvents.Workout(_user, stored.Id.ToString(), cognitoIdentityId: _user));

        Assert.Equal(200, answer.StatusCode);
    }

    [Fact]
    public async Task Answers_the_same_404_whoever_does_not_have_it()
    {
        var ofAnother = await _function.LogAsync(Runs.At(DynamoDbFixture.NewUser(), "2026-05-09T07:30:00Z"));
        await _function.LogAsync(Runs.At(_user, "2026-05-09T07:30:00Z"));

        var known = await _function.HandleAsync(QueryEvents.Workout(_user, ofAnother.Id.ToString()));
        var unknown = await _function.HandleAsync(QueryEvents.Workout(DynamoDbFixture.NewUser(), ofAnother.Id.ToString()));

        var problem = known.Problem();
        Assert.Equal((404, "urn:workout-log:problem:workout-not-found", "No such workout"), (known.StatusCode, problem.Type, problem.Title));
        Assert.Equal("The user has no workout of this id.", problem.Detail);
        Assert.Equal(known.Body, unknown.Body);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%00")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("IDEMPOTENCY%23abc")]
    [InlineData("2026-05-09T07%3A30%3A00.000000Z%230123456789abcdef")]
    public async Task Answers_404_to_what_can_be_no_id(string workoutId)
    {
        var answer = await _function.HandleAsync(QueryEvents.Workout(_user, workoutId));

        Assert.Equal((404, "The user has no workout of this id."), (answer.StatusCode, answer.Problem().Detail));
    }

    [Fact]
    public async Task Answers_404_after_a_deletion()
    {
        var stored = await _function.LogAsync(Runs.At(_user, "2026-05-09T07:30:00Z"));
        await _function.DeleteAsync(stored);

        var answer = await _function.HandleAsync(QueryEvents.Workout(_user, stored.Id.ToString()));

        Assert.Equal(404, answer.StatusCode);
    }
}
