using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>GET /workouts/{userId}</c>.</summary>
[Collection(SharedRun.Name)]
public sealed class ListWorkoutsTests(UpFixture fixture)
{
    [Fact]
    public async Task Lists_newest_first_and_filters_by_type_and_time()
    {
        await fixture.Api.LogAsync("list", "2024-05-01T08:00:00Z");
        await fixture.Api.LogAsync("list", "2024-05-02T23:30:00-10:00", "SWIM");
        await fixture.Api.LogAsync("list", "2024-05-04T08:00:00Z");

        var all = await TimestampsAsync("list");
        var runs = await TimestampsAsync("list", ("type", "RUN"));
        var retired = await TimestampsAsync("list", ("type", "ROLLER_SKATING"));
        // The swim was on the 3rd by UTC, but on the athlete's own 2nd.
        var ofTheSecond = await TimestampsAsync("list", ("from", "2024-05-02"), ("to", "2024-05-02"));
        var fromTheThird = await TimestampsAsync("list", ("from", "2024-05-03T00:00:00Z"), ("to", "2024-05-04T10:00:00+02:00"));

        Assert.Equal(["2024-05-04T08:00:00.000000Z", "2024-05-02T23:30:00.000000-10:00", "2024-05-01T08:00:00.000000Z"], all);
        Assert.Equal([all[0], all[2]], runs);
        Assert.Empty(retired);
        Assert.Equal([all[1]], ofTheSecond);
        Assert.Equal([all[0], all[1]], fromTheThird);
    }

    [Fact]
    public async Task Pages_to_the_end()
    {
        for (var day = 1; day <= 7; day++)
        {
            await fixture.Api.LogAsync("pages", $"2024-05-0{day}T08:00:00Z");
        }

        var (days, pages) = (new List<string>(), new List<int>());
        string? cursor = null;
        do
        {
            (string, string)[] query = cursor is null ? [("limit", "3")] : [("limit", "3"), ("cursor", cursor)];
            var page = (await fixture.Api.GetAsync("/workouts/pages", query)).AssertStatus(200);
            var items = page.Json["items"]!.AsArray();
            days.AddRange(items.Select(item => item!["workoutTimestamp"]!.GetValue<string>()[..10]));
            pages.Add(items.Count);
            cursor = page.Json["nextCursor"]?.GetValue<string>();
            Assert.Equal(cursor is not null, page.Json["hasMore"]!.GetValue<bool>());
            Assert.Equal(cursor is null ? null : $"</workouts/pages?limit=3&cursor={cursor}>; rel=\"next\"", page.Header("Link"));
        }
        while (cursor is not null);

        Assert.Equal([3, 3, 1], pages);
        Assert.Equal(Enumerable.Range(1, 7).Reverse().Select(day => $"2024-05-0{day}"), days);
    }

    [Fact]
    public async Task Holds_20_on_a_page_unless_told_otherwise_and_lets_the_limit_change()
    {
        for (var minute = 10; minute < 32; minute++)
        {
            await fixture.Api.LogAsync("limits", $"2024-05-01T08:{minute}:00Z");
        }

        var first = (await fixture.Api.GetAsync("/workouts/limits")).AssertStatus(200).Json;
        var second = (await fixture.Api.GetAsync("/workouts/limits", ("cursor", first["nextCursor"]!.GetValue<string>()), ("limit", "1"))).AssertStatus(200).Json;

        Assert.Equal(20, first["items"]!.AsArray().Count);
        Assert.Equal("2024-05-01T08:11:00.000000Z", second["items"]!.AsArray().Single()!["workoutTimestamp"]!.GetValue<string>());
    }

    [Fact]
    public async Task Answers_an_empty_page_for_a_user_without_workouts() =>
        Assert.Equal("""{"items":[],"hasMore":false}""", (await fixture.Api.GetAsync("/workouts/nobody")).AssertStatus(200).Text);

    [Theory]
    [InlineData("limit", "0", "out_of_range")]
    [InlineData("limit", "101", "out_of_range")]
    [InlineData("limit", "ten", "malformed")]
    [InlineData("limit", "", "required")]
    [InlineData("type", "run", "malformed")]
    [InlineData("from", "yesterday", "malformed")]
    [InlineData("to", "2024-02-30", "malformed")]
    [InlineData("cursor", "abc", "malformed")]
    [InlineData("page", "2", "unknown_parameter")]
    public async Task Names_a_parameter_that_it_does_not_take(string name, string value, string code) =>
        (await fixture.Api.GetAsync("/workouts/list", (name, value))).AssertProblem(ProblemKind.InvalidRequest, (name, code));

    [Fact]
    public async Task Names_every_error_at_once()
    {
        var answer = await fixture.Api.GetAsync(
            "/workouts/b~d", ("type", "RUN"), ("type", "SWIM"), ("from", "2024-05-02"), ("to", "2024-05-01"), ("limit", "0"), ("x", "1"));

        answer.AssertProblem(
            ProblemKind.InvalidRequest,
            ("userId", "invalid_characters"), ("type", "repeated_parameter"), ("from", "out_of_range"), ("limit", "out_of_range"), ("x", "unknown_parameter"));
    }

    [Fact]
    public async Task Refuses_the_cursor_of_another_query()
    {
        await fixture.Api.LogAsync("cursors", "2024-05-01T08:00:00Z");
        await fixture.Api.LogAsync("cursors", "2024-05-02T08:00:00Z");
        var cursor = (await fixture.Api.GetAsync("/workouts/cursors", ("limit", "1"))).AssertStatus(200).Json["nextCursor"]!.GetValue<string>();

        (await fixture.Api.GetAsync("/workouts/cursors", ("cursor", cursor), ("type", "RUN"))).AssertProblem(ProblemKind.InvalidRequest, ("cursor", "malformed"));
        (await fixture.Api.GetAsync("/workouts/somebody", ("cursor", cursor))).AssertProblem(ProblemKind.InvalidRequest, ("cursor", "malformed"));
        (await fixture.Api.GetAsync("/workouts/cursors/export", ("cursor", cursor))).AssertProblem(ProblemKind.InvalidRequest, ("cursor", "malformed"));
    }

    private async Task<string[]> TimestampsAsync(string user, params (string, string)[] query) =>
    [
        .. (await fixture.Api.GetAsync($"/workouts/{user}", query)).AssertStatus(200).Json["items"]!.AsArray()
            .Select(item => item!["workoutTimestamp"]!.GetValue<string>()),
    ];
}
