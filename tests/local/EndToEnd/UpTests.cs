namespace WorkoutLog.Local.Tests.EndToEnd;

[Collection(SharedRun.Name)]
public sealed class UpTests(UpFixture fixture)
{
    [Fact]
    public void Says_that_it_is_ready_without_colour_and_without_blanks_at_the_end_of_a_line()
    {
        var notice = fixture.Up.StandardError.Split('\n').SkipWhile(line => !line.StartsWith("URL ", StringComparison.Ordinal)).TakeWhile(line => line != "Ctrl-C stops.").ToArray();

        Assert.True(notice.Length > 10, "The notice has more lines.");
        Assert.All(notice, line => Assert.DoesNotMatch(@"[\e\r\b]|[ \t]$", line));
    }

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
