namespace WorkoutLog.Local.Tests.EndToEnd;

[Collection(SharedRun.Name)]
public sealed class UpTests(UpFixture fixture)
{
    [Fact]
    public void Says_on_one_line_when_it_is_ready() =>
        Assert.Equal($$"""{"url":"http://127.0.0.1:{{fixture.Up.Url.Port}}","region":"us-east-1","stack":"dev"}""", fixture.Up.ReadyLine);

    [Fact]
    public async Task Keeps_concurrent_writes_exact()
    {
        const int Writes = 20;

        var answers = await Task.WhenAll(Enumerable.Range(0, Writes).Select(_ => fixture.Api.PostAsync(
            "/workouts", """{"userId":"crowd","workoutType":"RUN","durationMinutes":1.1}""")));

        var stats = await fixture.Api.StatsAsync("crowd");
        var accepted = answers.Count(answer => answer.Status == 201);
        Assert.All(answers, answer => Assert.True(answer.Status is 201 or 409 or 429 or 503, answer.Text));
        Assert.Equal(accepted, stats["totalWorkouts"]!.GetValue<int>());
        Assert.Equal(accepted * 1.1m, stats["totalDurationMinutes"]!.GetValue<decimal>());
    }
}
