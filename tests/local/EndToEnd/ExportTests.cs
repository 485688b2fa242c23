using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>GET /workouts/{userId}/export</c>.</summary>
[Collection(SharedRun.Name)]
public sealed class ExportTests(UpFixture fixture)
{
    [Fact]
    public async Task Hands_out_CSV_page_by_page_to_whoever_follows_the_links()
    {
        await LogThreeAsync("export-csv");

        var (types, bodies) = (new List<string?>(), new List<string>());
        var call = new Call("GET", "/workouts/export-csv/export") { Query = [("limit", "2")], Headers = [("Accept", "text/csv")] };
        for (var next = (Call?)call; next is not null;)
        {
            var page = (await fixture.Api.SendAsync(next)).AssertStatus(200);
            types.Add(page.Header("Content-Type"));
            bodies.Add(page.Text);
            Assert.Equal("attachment; filename=\"workouts.csv\"", page.Header("Content-Disposition"));
            next = page.Header("Link") is { } link ? Follow(call, link) : null;
        }

        Assert.Equal(["text/csv; charset=utf-8; header=present", "text/csv; charset=utf-8; header=present"], types);
        const string Head = "workoutId,userId,workoutType,durationMinutes,caloriesBurned,distanceKm,notes,workoutTimestamp";
        var ids = await IdsAsync("export-csv");
        Assert.Equal(
            $"{Head}\r\n{ids[0]},export-csv,RUN,30,,,,2024-05-03T08:00:00.000000Z\r\n{ids[1]},export-csv,RUN,30,,,,2024-05-02T08:00:00.000000Z\r\n",
            bodies[0]);
        Assert.Equal($"{Head}\r\n{ids[2]},export-csv,SWIM,45.5,410,2,\"'=1+1, \"\"easy\"\"\",2024-05-01T08:00:00.000000+02:00\r\n", bodies[1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("text/csv;q=0.5, application/json")]
    public async Task Hands_out_JSON_unless_CSV_is_liked_better(string? accept)
    {
        var user = $"export-json{accept?.Length}";
        await LogThreeAsync(user);

        var answer = (await fixture.Api.SendAsync(new Call("GET", $"/workouts/{user}/export") { Headers = accept is null ? [] : [("Accept", accept)] })).AssertStatus(200);

        Assert.Equal("application/json", answer.Header("Content-Type"));
        Assert.Equal((await fixture.Api.GetAsync($"/workouts/{user}")).Text, answer.Text);
        Assert.Equal(3, answer.Json["items"]!.AsArray().Count);
        Assert.Null(answer.Header("Link"));
    }

    [Fact]
    public async Task Refuses_a_representation_that_it_does_not_have()
    {
        var answer = await fixture.Api.SendAsync(new Call("GET", "/workouts/export/export") { Headers = [("Accept", "application/xml")] });

        answer.AssertProblem(ProblemKind.NotAcceptable);
    }

    [Theory]
    [InlineData("limit", "501", "out_of_range")]
    [InlineData("cursor", "abc", "malformed")]
    [InlineData("type", "RUN", "unknown_parameter")]
    public async Task Names_a_parameter_that_it_does_not_take(string name, string value, string code) =>
        (await fixture.Api.GetAsync("/workouts/export/export", (name, value))).AssertProblem(ProblemKind.InvalidRequest, (name, code));

    private async Task LogThreeAsync(string user)
    {
        (await fixture.Api.PostAsync(
            "/workouts",
            $$"""{"userId":"{{user}}","workoutType":"SWIM","durationMinutes":45.5,"caloriesBurned":410,"distanceKm":2,"notes":"=1+1, \"easy\"","workoutTimestamp":"2024-05-01T08:00:00+02:00"}"""))
            .AssertStatus(201);
        await fixture.Api.LogAsync(user, "2024-05-02T08:00:00Z");
        await fixture.Api.LogAsync(user, "2024-05-03T08:00:00Z");
    }

    private async Task<string[]> IdsAsync(string user) =>
        [.. (await fixture.Api.GetAsync($"/workouts/{user}")).Json["items"]!.AsArray().Select(item => item!["workoutId"]!.GetValue<string>())];

    private static Call Follow(Call call, string link)
    {
        Assert.StartsWith($"<{call.Path}?", link, StringComparison.Ordinal);
        Assert.EndsWith(">; rel=\"next\"", link, StringComparison.Ordinal);
        var query = link[(call.Path.Length + 2)..link.IndexOf('>', StringComparison.Ordinal)].Split('&').Select(pair => pair.Split('='));
        return call with { Query = [.. query.Select(pair => (pair[0], Uri.UnescapeDataString(pair[1])))] };
    }
}
