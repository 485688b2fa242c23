using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>GET /workouts/{userId}/{workoutId}</c>.</summary>
[Collection(SharedRun.Name)]
public sealed class GetWorkoutTests(UpFixture fixture)
{
    // Well formed, of no workout.
    private const string UnknownId = "AAOkZnG7QAAAAAAAAAAAAQ";

    [Fact]
    public async Task Shows_the_workout_that_was_logged()
    {
        var logged = await fixture.Api.PostAsync(
            "/workouts", """{"userId":"get","workoutType":"YOGA","durationMinutes":60,"workoutTimestamp":"2024-05-09T07:30:00.123456+02:00"}""");

        var answer = await fixture.Api.GetAsync(logged.AssertStatus(201).Header("Location")!);

        Assert.Equal(logged.Text, answer.AssertStatus(200).Text);
        Assert.Equal("\"1\"", answer.Header("ETag"));
        Assert.Equal("application/json", answer.Header("Content-Type"));
    }

    [Fact]
    public async Task Shows_it_under_an_encoded_path_too()
    {
        var path = await fixture.Api.LogAsync("us-east-1:get@example.org", "2024-05-09T07:30:00Z");

        Assert.StartsWith("/workouts/us-east-1%3Aget%40example.org/", path, StringComparison.Ordinal);
        var answer = await fixture.Api.GetAsync(path);
        Assert.Equal("us-east-1:get@example.org", answer.AssertStatus(200).Json["userId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(UnknownId)]
    [InlineData("no-id")]
    [InlineData("Exports")]
    public async Task Does_not_know_a_workout_that_is_not_there(string workoutId)
    {
        await fixture.Api.LogAsync("get-known", "2024-05-09T07:30:00Z");

        var ofKnownUser = await fixture.Api.GetAsync($"/workouts/get-known/{workoutId}");
        var ofUnknownUser = await fixture.Api.GetAsync($"/workouts/get-unknown/{workoutId}");

        ofKnownUser.AssertProblem(ProblemKind.WorkoutNotFound);
        ofUnknownUser.AssertProblem(ProblemKind.WorkoutNotFound);
        Assert.Equal(ofKnownUser.Json["detail"]!.GetValue<string>(), ofUnknownUser.Json["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task Does_not_show_the_workout_of_one_user_as_that_of_another()
    {
        var path = await fixture.Api.LogAsync("get-mine", "2024-05-09T07:30:00Z");

        var answer = await fixture.Api.GetAsync(path.Replace("get-mine", "get-theirs", StringComparison.Ordinal));

        answer.AssertProblem(ProblemKind.WorkoutNotFound);
    }

    [Fact]
    public async Task Names_what_it_does_not_take()
    {
        (await fixture.Api.GetAsync($"/workouts/get/{UnknownId}", ("fields", "notes"))).AssertProblem(ProblemKind.InvalidRequest, ("fields", "unknown_parameter"));
        (await fixture.Api.GetAsync($"/workouts/g~t/{UnknownId}")).AssertProblem(ProblemKind.InvalidRequest, ("userId", "invalid_characters"));
    }
}
