using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>DELETE /workouts/{userId}/{workoutId}</c>.</summary>
[Collection(SharedRun.Name)]
public sealed class DeleteWorkoutTests(UpFixture fixture)
{
    [Fact]
    public async Task Takes_the_workout_out_of_the_log_and_of_the_statistics()
    {
        var path = await fixture.Api.LogAsync("delete", "2024-05-09T07:30:00Z");
        await fixture.Api.LogAsync("delete", "2024-05-10T07:30:00Z", "SWIM", 45.5m);

        var first = await fixture.Api.DeleteAsync(path);
        var second = await fixture.Api.DeleteAsync(path);

        Assert.Equal("", first.AssertStatus(204).Text);
        Assert.Null(first.Header("Content-Type"));
        second.AssertProblem(ProblemKind.WorkoutNotFound);
        (await fixture.Api.GetAsync(path)).AssertProblem(ProblemKind.WorkoutNotFound);
        Assert.Single((await fixture.Api.GetAsync("/workouts/delete")).Json["items"]!.AsArray());
        var stats = await fixture.Api.StatsAsync("delete");
        Assert.Equal((1, 45.5m), (stats["totalWorkouts"]!.GetValue<int>(), stats["totalDurationMinutes"]!.GetValue<decimal>()));
        Assert.Equal(["SWIM"], stats["byType"]!.AsObject().Select(type => type.Key));
    }

    [Fact]
    public async Task Leaves_statistics_of_nothing_but_zeros_when_the_last_workout_goes()
    {
        (await fixture.Api.DeleteAsync(await fixture.Api.LogAsync("delete-last", "2024-05-09T07:30:00Z"))).AssertStatus(204);

        var stats = await fixture.Api.StatsAsync("delete-last");

        Assert.Equal(0, stats["totalWorkouts"]!.GetValue<int>());
        Assert.Empty(stats["byType"]!.AsObject());
        Assert.Empty(stats["byMonth"]!.AsObject());
    }

    [Fact]
    public async Task Refuses_a_version_that_If_Match_does_not_name()
    {
        var path = await fixture.Api.LogAsync("delete-stale", "2024-05-09T07:30:00Z");
        (await fixture.Api.PutAsync(path, """{"workoutType":"RUN","durationMinutes":31}""")).AssertStatus(200);

        (await fixture.Api.DeleteAsync(path, ("If-Match", "\"1\""))).AssertProblem(ProblemKind.VersionMismatch);
        (await fixture.Api.DeleteAsync(path, ("If-Match", "\"2\""))).AssertStatus(204);
    }

    [Fact]
    public async Task Does_not_know_a_workout_that_is_not_there()
    {
        (await fixture.Api.DeleteAsync("/workouts/delete/no-id")).AssertProblem(ProblemKind.WorkoutNotFound);
        (await fixture.Api.DeleteAsync("/workouts/d~l/no-id")).AssertProblem(ProblemKind.InvalidRequest, ("userId", "invalid_characters"));
    }
}
