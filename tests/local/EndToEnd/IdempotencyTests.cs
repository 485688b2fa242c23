using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>Idempotency-Key</c> on <c>POST /workouts</c>: that it works through the gateway. The rules are tested in <c>tests/functions/Storage</c>.</summary>
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

    private Task<ApiAnswer> LogAsync(string user, string minutes) =>
        fixture.Api.PostAsync("/workouts", $$"""{"userId":"{{user}}","workoutType":"RUN","durationMinutes":{{minutes}}}""", Key($"{user}-key"));

    private static (string, string) Key(string key) => ("Idempotency-Key", key);
}
