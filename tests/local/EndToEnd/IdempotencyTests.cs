using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>Idempotency-Key</c> on <c>POST /workouts</c>.</summary>
[Collection(SharedRun.Name)]
public sealed class IdempotencyTests(UpFixture fixture)
{
    [Fact]
    public async Task Answers_a_second_try_as_the_first_and_writes_once()
    {
        var first = await LogAsync("replay", "30");

        // The same values in another order and notation.
        var second = await fixture.Api.PostAsync("/workouts", """{"durationMinutes":30.0,"workoutType":"RUN","userId":"replay"}""", Key("replay-key"));

        first.AssertStatus(201);
        second.AssertStatus(201);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Header("Location"), second.Header("Location"));
        Assert.Equal(first.Header("ETag"), second.Header("ETag"));
        Assert.Equal((null, "true"), (first.Header("Idempotent-Replayed"), second.Header("Idempotent-Replayed")));
        Assert.Equal(1, (await fixture.Api.StatsAsync("replay"))["totalWorkouts"]!.GetValue<int>());
    }

    [Fact]
    public async Task Refuses_another_workout_under_the_same_key()
    {
        await LogAsync("reuse", "30");

        var other = await LogAsync("reuse", "31");

        other.AssertProblem(ProblemKind.KeyReused);
        Assert.Equal(30m, (await fixture.Api.StatsAsync("reuse"))["totalDurationMinutes"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Leaves_a_key_free_whose_workout_was_refused()
    {
        var refused = await LogAsync("free", "-1");

        var logged = await LogAsync("free", "30");

        refused.AssertProblem(ProblemKind.InvalidRequest, ("durationMinutes", "out_of_range"));
        Assert.Null(logged.AssertStatus(201).Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Writes_once_when_twins_come_at_the_same_time()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => LogAsync("twins", "30")));

        Assert.All(answers, answer => answer.AssertStatus(201));
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Single(answers, answer => answer.Header("Idempotent-Replayed") is null);
        Assert.Equal(1, (await fixture.Api.StatsAsync("twins"))["totalWorkouts"]!.GetValue<int>());
    }

    [Fact]
    public async Task Keeps_the_keys_of_callers_apart()
    {
        var body = $$"""{"userId":"{{Callers.AthleteUser}}","workoutType":"RUN","durationMinutes":30,"notes":"keys"}""";
        var ofService = await fixture.Api.PostAsync("/workouts", body, Key("shared"));

        var ofAthlete = await fixture.Api.SendAsync(new Call("POST", "/workouts") { Caller = Callers.Athlete, Body = body, Headers = [Key("shared")] });

        Assert.Null(ofAthlete.AssertStatus(201).Header("Idempotent-Replayed"));
        Assert.NotEqual(ofService.Header("Location"), ofAthlete.Header("Location"));
    }

    [Theory]
    [InlineData("a b", "invalid_characters")]
    [InlineData("", "required")]
    public async Task Refuses_a_key_that_is_none(string key, string code)
    {
        var answer = await fixture.Api.PostAsync("/workouts", """{"userId":"key","workoutType":"RUN","durationMinutes":30}""", Key(key));

        answer.AssertProblem(ProblemKind.InvalidRequest, ("Idempotency-Key", code));
    }

    private Task<ApiAnswer> LogAsync(string user, string minutes) =>
        fixture.Api.PostAsync("/workouts", $$"""{"userId":"{{user}}","workoutType":"RUN","durationMinutes":{{minutes}}}""", Key($"{user}-key"));

    private static (string, string) Key(string key) => ("Idempotency-Key", key);
}
