using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>End-to-end tests of the read routes and of unknown routes; each rule has unit tests next to its code.</summary>
[Collection(SharedRun.Name)]
public sealed class ReadRouteTests(UpFixture fixture)
{
    private const string LinePrefix = "[ProcessWorkout] ";

    // Reached only by a broken run.
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(10);

    private ApiClient Api => fixture.Api;

    [Fact]
    public async Task A_list_is_the_newest_first_of_a_type_and_of_the_athletes_own_days()
    {
        await Api.LogAsync("list", "2024-05-01T08:00:00Z");
        await Api.LogAsync("list", "2024-05-02T23:30:00-10:00", "SWIM");
        await Api.LogAsync("list", "2024-05-04T08:00:00Z");

        var all = await TimestampsAsync("list");

        Assert.Equal(["2024-05-04T08:00:00.000000Z", "2024-05-02T23:30:00.000000-10:00", "2024-05-01T08:00:00.000000Z"], all);
        Assert.Equal([all[0], all[2]], await TimestampsAsync("list", ("type", "RUN")));
        // The swim was on the 3rd in UTC, but on the 2nd in the athlete's time zone.
        Assert.Equal([all[1]], await TimestampsAsync("list", ("from", "2024-05-02"), ("to", "2024-05-02")));
        Assert.Equal([all[0], all[1]], await TimestampsAsync("list", ("from", "2024-05-03T00:00:00Z"), ("to", "2024-05-04T10:00:00+02:00")));
        Assert.Equal("""{"items":[],"hasMore":false}""", (await Api.GetAsync("/workouts/nobody")).AssertStatus(200).Text);
    }

    [Fact]
    public async Task A_list_pages_to_the_end_by_its_links()
    {
        for (var day = 1; day <= 7; day++)
        {
            await Api.LogAsync("pages", $"2024-05-0{day}T08:00:00Z");
        }

        var pages = await FollowAsync(new Call("GET", "/workouts/pages") { Query = [("limit", "3")] });

        Assert.Equal([3, 3, 1], pages.Select(page => page.Json["items"]!.AsArray().Count));
        Assert.Equal([true, true, false], pages.Select(page => page.Json["hasMore"]!.GetValue<bool>()));
        Assert.Equal($"</workouts/pages?limit=3&cursor={pages[0].Json["nextCursor"]}>; rel=\"next\"", pages[0].Header("Link"));
        Assert.Equal(
            Enumerable.Range(1, 7).Reverse().Select(day => $"2024-05-0{day}"),
            pages.SelectMany(page => page.Json["items"]!.AsArray()).Select(item => item!["workoutTimestamp"]!.GetValue<string>()[..10]));
        var foreign = ("cursor", pages[0].Json["nextCursor"]!.GetValue<string>());
        (await Api.GetAsync("/workouts/pages", foreign, ("type", "RUN"))).AssertProblem(ProblemKind.InvalidRequest, ("cursor", "malformed"));
        (await Api.GetAsync("/workouts/pages/export", foreign)).AssertProblem(ProblemKind.InvalidRequest, ("cursor", "malformed"));
    }

    [Fact]
    public async Task An_export_is_CSV_page_by_page_or_JSON()
    {
        (await Api.PostAsync(
            "/workouts",
            """{"userId":"export","workoutType":"SWIM","durationMinutes":45.5,"caloriesBurned":410,"distanceKm":2,"notes":"=1+1, \"easy\"","workoutTimestamp":"2024-05-01T08:00:00+02:00"}""")).AssertStatus(201);
        await Api.LogAsync("export", "2024-05-02T08:00:00Z");

        var list = await Api.GetAsync("/workouts/export");
        var json = await Api.SendAsync(new Call("GET", "/workouts/export/export") { Headers = [("Accept", "text/csv;q=0.5, application/json")] });
        var pages = await FollowAsync(new Call("GET", "/workouts/export/export") { Query = [("limit", "1")], Headers = [("Accept", "text/csv")] });

        const string Head = "workoutId,userId,workoutType,durationMinutes,caloriesBurned,distanceKm,notes,workoutTimestamp,externalId";
        string[] ids = [.. list.Json["items"]!.AsArray().Select(item => item!["workoutId"]!.GetValue<string>())];
        Assert.Equal(
            [
                $"{Head}\r\n{ids[0]},export,RUN,30,,,,2024-05-02T08:00:00.000000Z,\r\n",
                $"{Head}\r\n{ids[1]},export,SWIM,45.5,410,2,\"'=1+1, \"\"easy\"\"\",2024-05-01T08:00:00.000000+02:00,\r\n",
            ],
            pages.Select(page => page.Text));
        Assert.All(pages, page => Assert.Equal(
            ("text/csv; header=present; charset=utf-8", "attachment; filename=\"workouts.csv\""), (page.Header("Content-Type"), page.Header("Content-Disposition"))));
        Assert.Equal((list.Text, "application/json", null), (json.AssertStatus(200).Text, json.Header("Content-Type"), json.Header("Link")));
        (await Api.SendAsync(new Call("GET", "/workouts/export/export") { Headers = [("Accept", "application/xml")] })).AssertProblem(ProblemKind.NotAcceptable);
    }

    [Fact]
    public async Task Statistics_sum_all_workouts_and_group_them_by_the_athletes_own_calendar()
    {
        // In UTC it is already the new year.
        foreach (var rest in new[]
                 {
                     """RUN","durationMinutes":30.5,"caloriesBurned":300,"distanceKm":5.25,"workoutTimestamp":"2024-12-31T23:30:00-05:00"}""",
                     """CYCLE","durationMinutes":60,"distanceKm":20.1,"workoutTimestamp":"2025-01-01T08:00:00Z"}""",
                     """RUN","durationMinutes":30,"workoutTimestamp":"2025-01-06T08:00:00Z"}""",
                 })
        {
            (await Api.PostAsync("/workouts", $$"""{"userId":"stats","workoutType":"{{rest}}""")).AssertStatus(201);
        }

        var stats = await Api.StatsAsync("stats");
        var days = await Api.StatsAsync("stats", ("groupBy", "day"));
        var december = await Api.StatsAsync("stats", ("to", "2024-12"));

        Assert.Equal(
            JsonNode.Parse(
                """
                {"userId":"stats","totalWorkouts":3,"totalDurationMinutes":120.5,"totalCaloriesBurned":300,"totalDistanceKm":25.35,
                 "averageDurationMinutes":40.17,"averageCaloriesBurned":300,"averageDistanceKm":12.68,"streaks":{"current":0,"longest":2},
                 "byType":{"CYCLE":{"workouts":1,"durationMinutes":60,"caloriesBurned":0,"distanceKm":20.1,"averageDurationMinutes":60},
                           "RUN":{"workouts":2,"durationMinutes":60.5,"caloriesBurned":300,"distanceKm":5.25,"averageDurationMinutes":30.25}},
                 "byMonth":{"2024-12":{"workouts":1,"durationMinutes":30.5,"caloriesBurned":300,"distanceKm":5.25,"averageDurationMinutes":30.5},
                            "2025-01":{"workouts":2,"durationMinutes":90,"caloriesBurned":0,"distanceKm":20.1,"averageDurationMinutes":45}}}
                """)!.ToJsonString(),
            stats.ToJsonString());
        Assert.Equal(["2024-12-31", "2025-01-01", "2025-01-06"], days["byDay"]!.AsObject().Select(day => day.Key));
        Assert.Equal(("2024-12", 1), (december["to"]!.GetValue<string>(), december["totalWorkouts"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Statistics_count_a_streak_up_to_today()
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var days in new[] { 0, 1, 2, 5, 6 })
        {
            await Api.LogAsync("streak", now.AddDays(-days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        var streaks = (await Api.StatsAsync("streak"))["streaks"]!;

        Assert.Equal((3, 3), (streaks["current"]!.GetValue<int>(), streaks["longest"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Statistics_keep_a_streak_when_old_workouts_of_another_place_come_and_go()
    {
        var west = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(-12));
        foreach (var days in Enumerable.Range(0, 5))
        {
            await LogAsync(west.AddDays(-days));
        }

        var today = west.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal((5, 5), await CurrentAsync());
        await LogAsync(west.AddDays(-21).ToOffset(TimeSpan.FromHours(14)));
        Assert.Equal((5, 5), await CurrentAsync());

        Task LogAsync(DateTimeOffset moment) => Api.LogAsync("traveller", moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

        async Task<(int, int)> CurrentAsync() => (
            (await Api.StatsAsync("traveller"))["streaks"]!["current"]!.GetValue<int>(),
            (await Api.StatsAsync("traveller", ("asOf", today)))["streaks"]!["current"]!.GetValue<int>());
    }

    [Theory, Cases]
    public async Task Every_invalid_parameter_is_named(string request, string errors)
    {
        var query = request.Split('?')[1].Split('&').Select(pair => (pair.Split('=')[0], pair.Split('=')[1])).ToArray();

        (await Api.GetAsync(request.Split('?')[0], query))
            .AssertProblem(ProblemKind.InvalidRequest, [.. errors.Split(", ").Select(error => (error.Split(' ')[0], error.Split(' ')[1]))]);
    }

    [Theory, Cases]
    public async Task An_unknown_path_is_not_found_and_another_method_gets_the_allowed_ones(string method, string path, string? allow)
    {
        var call = new Call(method, path) { Body = method is "GET" or "DELETE" or "OPTIONS" ? null : "{}", Headers = [("Accept", "text/html")] };

        var answer = await Api.SendAsync(call);

        answer.AssertProblem(allow is null ? ProblemKind.RouteNotFound : ProblemKind.MethodNotAllowed);
        Assert.Equal(allow, answer.Header("Allow") is { } methods ? string.Join(", ", methods.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)) : null);
    }

    [Theory]
    [InlineData("/workouts/head", 200)]
    [InlineData("/workouts/head/export", 200)]
    [InlineData("/stats/head", 200)]
    [InlineData("/workouts/head/AAOkZnG7QAAAAAAAAAAAAQ", 404)]
    [InlineData("/stats/h~d", 400)]
    public async Task HEAD_is_GET_without_the_body(string path, int status)
    {
        var get = await Api.GetAsync(path);
        var head = await Api.SendAsync(new Call("HEAD", path));

        Assert.Equal((status, status, ""), (get.Status, head.Status, head.Text));
        Assert.Equal((get.Header("Content-Type"), get.Header("Cache-Control")), (head.Header("Content-Type"), head.Header("Cache-Control")));
    }

    [Fact]
    public async Task One_id_finds_a_request_in_both_logs_and_its_trace()
    {
        var answer = await Api.PostAsync("/workouts", """{"userId":"request-id","workoutType":"RUN","durationMinutes":30}""");

        var line = await FindLineAsync(answer.AssertStatus(201).Header("x-amzn-RequestId")!);

        Assert.Equal(answer.Header("X-Amzn-Trace-Id"), $"Root={line.GetProperty("traceId").GetString()}");
        // The members have the same names as in the function's log line; API Gateway fills in the same ids there.
        var accessLog = JsonNode.Parse(AccessLog.Format)!;
        Assert.Equal(("$context.requestId", "$context.xrayTraceId"), (accessLog["requestId"]!.GetValue<string>(), accessLog["traceId"]!.GetValue<string>()));
    }

    [Fact]
    public void The_run_reports_readiness_on_one_line_and_details_on_standard_error()
    {
        var notice = fixture.Up.StandardError.Split('\n').SkipWhile(line => !line.StartsWith("URL ", StringComparison.Ordinal)).TakeWhile(line => line != "Ctrl-C stops.").ToArray();

        Assert.Equal($$"""{"url":"http://127.0.0.1:{{fixture.Up.Url.Port}}","region":"us-east-1","stack":"dev"}""", fixture.Up.ReadyLine);
        Assert.True(notice.Length > 10, "The notice has more lines.");
        Assert.All(notice, line => Assert.DoesNotMatch(@"[\e\r\b]|[ \t]$", line));
    }

    private async Task<string[]> TimestampsAsync(string user, params (string, string)[] query) =>
        [.. (await Api.GetAsync($"/workouts/{user}", query)).AssertStatus(200).Json["items"]!.AsArray().Select(item => item!["workoutTimestamp"]!.GetValue<string>())];

    // All pages, by following the links to the next page.
    private async Task<List<ApiAnswer>> FollowAsync(Call call)
    {
        var pages = new List<ApiAnswer>();
        for (var next = (Call?)call; next is not null;)
        {
            var page = (await Api.SendAsync(next)).AssertStatus(200);
            pages.Add(page);
            next = page.Header("Link") is { } link ? call with { Query = QueryOf(call.Path, link) } : null;
        }

        return pages;
    }

    private static (string, string)[] QueryOf(string path, string link)
    {
        Assert.StartsWith($"<{path}?", link, StringComparison.Ordinal);
        Assert.EndsWith(">; rel=\"next\"", link, StringComparison.Ordinal);
        return [.. link[(path.Length + 2)..link.IndexOf('>', StringComparison.Ordinal)].Split('&').Select(pair => (pair.Split('=')[0], Uri.UnescapeDataString(pair.Split('=')[1])))];
    }

    private async Task<JsonElement> FindLineAsync(string requestId)
    {
        using var limit = new CancellationTokenSource(_timeout);
        while (true)
        {
            // The function's output arrives separately, perhaps after the response.
            foreach (var text in fixture.Up.StandardError.Split('\n').Where(line => line.StartsWith(LinePrefix + "{", StringComparison.Ordinal)))
            {
                var line = JsonSerializer.Deserialize<JsonElement>(text[LinePrefix.Length..]);
                if (line.TryGetProperty("requestId", out var id) && id.GetString() == requestId)
                {
                    return line;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }
}
