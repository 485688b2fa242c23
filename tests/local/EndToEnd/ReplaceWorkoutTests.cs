using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>PUT /workouts/{userId}/{workoutId}</c>.</summary>
[Collection(SharedRun.Name)]
public sealed class ReplaceWorkoutTests(UpFixture fixture)
{
    private const string Timestamp = "2024-05-09T07:30:00+02:00";
    private const string Walk = """{"workoutType":"WALK","durationMinutes":50}""";

    [Fact]
    public async Task Replaces_the_whole_workout_and_the_statistics_follow()
    {
        var path = await fixture.Api.LogAsync("put", Timestamp);

        var answer = await fixture.Api.PutAsync(path, """{"workoutType":"SWIM","durationMinutes":45.5,"notes":"lanes"}""");

        var workout = answer.AssertStatus(200).Json;
        Assert.Equal("\"2\"", answer.Header("ETag"));
        Assert.Equal(("SWIM", 45.5m, "lanes"), (workout["workoutType"]!.GetValue<string>(), workout["durationMinutes"]!.GetValue<decimal>(), workout["notes"]!.GetValue<string>()));
        Assert.Equal("2024-05-09T07:30:00.000000+02:00", workout["workoutTimestamp"]!.GetValue<string>());
        Assert.Equal(answer.Text, (await fixture.Api.GetAsync(path)).AssertStatus(200).Text);
        var stats = await fixture.Api.StatsAsync("put");
        Assert.Equal((1, 45.5m), (stats["totalWorkouts"]!.GetValue<int>(), stats["totalDurationMinutes"]!.GetValue<decimal>()));
        Assert.Equal(["SWIM"], stats["byType"]!.AsObject().Select(type => type.Key));
    }

    [Fact]
    public async Task Takes_an_answer_that_is_sent_back_whole()
    {
        var path = await fixture.Api.LogAsync("put-back", Timestamp);
        var shown = await fixture.Api.GetAsync(path);

        var answer = await fixture.Api.PutAsync(path, shown.Text, ("If-Match", shown.Header("ETag")!));

        Assert.Equal(shown.Text, answer.AssertStatus(200).Text);
        Assert.Equal("\"2\"", answer.Header("ETag"));
    }

    [Fact]
    public async Task Refuses_a_version_that_If_Match_does_not_name()
    {
        var path = await fixture.Api.LogAsync("put-stale", Timestamp);

        var answer = await fixture.Api.PutAsync(path, Walk, ("If-Match", "\"2\""));

        answer.AssertProblem(ProblemKind.VersionMismatch);
        Assert.Equal("RUN", (await fixture.Api.GetAsync(path)).Json["workoutType"]!.GetValue<string>());
    }

    [Fact]
    public async Task Lets_exactly_one_of_many_win_who_saw_the_same_version()
    {
        var path = await fixture.Api.LogAsync("put-race", Timestamp);

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(minutes =>
            fixture.Api.PutAsync(path, $$"""{"workoutType":"RUN","durationMinutes":{{minutes}}}""", ("If-Match", "\"1\""))));

        var winner = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != winner), answer => answer.AssertProblem(ProblemKind.VersionMismatch));
        Assert.Equal(winner.Json["durationMinutes"]!.GetValue<decimal>(), (await fixture.Api.StatsAsync("put-race"))["totalDurationMinutes"]!.GetValue<decimal>());
    }

    [Theory]
    [InlineData("""{"workoutType":"RUN","durationMinutes":30,"userId":"other"}""", "userId", "read_only")]
    [InlineData("""{"workoutType":"RUN","durationMinutes":30,"workoutId":"other"}""", "workoutId", "read_only")]
    [InlineData("""{"workoutType":"RUN","durationMinutes":30,"workoutTimestamp":"2024-05-09T07:30:01+02:00"}""", "workoutTimestamp", "read_only")]
    [InlineData("""{"durationMinutes":30}""", "workoutType", "required")]
    [InlineData("""{"workoutType":"RUN","durationMinutes":30,"version":2}""", "version", "unknown_field")]
    [InlineData("""{"workoutType":"RUN","durationMinutes":1441}""", "durationMinutes", "out_of_range")]
    public async Task Names_the_field_of_a_bad_request(string body, string field, string code)
    {
        var path = await fixture.Api.LogAsync("put-bad", Timestamp);

        (await fixture.Api.PutAsync(path, body)).AssertProblem(ProblemKind.InvalidRequest, (field, code));
    }

    [Fact]
    public async Task Is_refused_by_the_gateway_without_a_body()
    {
        var path = await fixture.Api.LogAsync("put-bad", Timestamp);

        (await fixture.Api.PutAsync(path, "")).AssertRefusedBody("Unknown error parsing request body");
    }

    [Fact]
    public async Task Takes_the_same_moment_in_another_offset()
    {
        var path = await fixture.Api.LogAsync("put-moment", Timestamp);

        var answer = await fixture.Api.PutAsync(path, """{"workoutType":"RUN","durationMinutes":30,"workoutTimestamp":"2024-05-09T05:30:00Z"}""");

        Assert.Equal("2024-05-09T07:30:00.000000+02:00", answer.AssertStatus(200).Json["workoutTimestamp"]!.GetValue<string>());
    }

    [Fact]
    public async Task Refuses_a_body_that_is_too_large_or_of_another_type()
    {
        var path = await fixture.Api.LogAsync("put-type", Timestamp);
        var workout = new JsonObject { ["workoutType"] = "WALK", ["durationMinutes"] = 30, ["notes"] = new string('x', 256 * 1024) };

        (await fixture.Api.PutAsync(path, workout.ToJsonString())).AssertProblem(ProblemKind.BodyTooLarge, ("body", "too_large"));
        (await fixture.Api.SendAsync(new Call("PUT", path) { Body = Walk, ContentType = "text/plain" }))
            .AssertProblem(ProblemKind.UnsupportedMediaType, ("Content-Type", "unsupported_value"));
    }

    [Fact]
    public async Task Does_not_make_a_workout_that_is_not_there()
    {
        (await fixture.Api.PutAsync("/workouts/put/no-id", Walk)).AssertProblem(ProblemKind.WorkoutNotFound);
        (await fixture.Api.PutAsync("/workouts/put/AAOkZnG7QAAAAAAAAAAAAQ", Walk)).AssertProblem(ProblemKind.WorkoutNotFound);
        (await fixture.Api.PutAsync("/workouts/p~t/no-id", Walk)).AssertProblem(ProblemKind.InvalidRequest, ("userId", "invalid_characters"));
    }
}
