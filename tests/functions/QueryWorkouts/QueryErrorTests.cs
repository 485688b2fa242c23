namespace WorkoutLog.Functions.Tests.QueryWorkouts;

/// <summary>Requests that are refused before anything is read.</summary>
public sealed class QueryErrorTests
{
    private readonly TestApi _api = TestApi.WithoutTables();

    [Theory]
    [InlineData("list?typ=RUN", "typ unknown_parameter")]
    [InlineData("list?Type=RUN", "Type unknown_parameter")]
    [InlineData("list?%3Cb%3E=1", "\"<b>\" unknown_parameter")]
    [InlineData("list?=1", "\"\" unknown_parameter")]
    [InlineData("list?limit=1&limit=1", "limit repeated_parameter")]
    [InlineData("list?limit=", "limit required")]
    [InlineData("list?cursor", "cursor required")]
    [InlineData("list?limit=0", "limit out_of_range")]
    [InlineData("list?limit=101", "limit out_of_range")]
    [InlineData("list?limit=99999999999", "limit out_of_range")]
    [InlineData("list?limit=-1", "limit malformed")]
    [InlineData("list?limit=%2B1", "limit malformed")]
    [InlineData("list?limit=1.0", "limit malformed")]
    [InlineData("list?limit=%201", "limit malformed")]
    [InlineData("list?limit=%D9%A1", "limit malformed")]
    [InlineData("list?limit=1%00", "limit malformed")]
    [InlineData("list?type=RUN%00", "type malformed")]
    [InlineData("list?from=2026-05-09%00", "from malformed")]
    [InlineData("list?to=2026-05-09T07:30:00Z%00", "to malformed")]
    [InlineData("export?limit=1%00", "limit malformed")]
    [InlineData("stats?from=2026-05%00", "from malformed")]
    [InlineData("stats?groupBy=type%00", "groupBy unsupported_value")]
    [InlineData("stats?asOf=2026-05-09%00", "asOf malformed")]
    [InlineData("stats?asOf=2026-02-30", "asOf malformed")]
    [InlineData("stats?asOf=2026-05", "asOf malformed")]
    [InlineData("stats?asOf=2026-05-09T07:30:00Z", "asOf malformed")]
    [InlineData("stats?asOf=", "asOf required")]
    [InlineData("list?type=run", "type malformed")]
    [InlineData("list?type=RUN%23", "type malformed")]
    [InlineData("list?from=2026-05", "from malformed")]
    [InlineData("list?from=2026-02-29", "from malformed")]
    [InlineData("list?from=2026-05-09T07:30:00+02:00", "from malformed")]
    [InlineData("list?to=2026-05-09T07:30:00", "to malformed")]
    [InlineData("list?to=now", "to malformed")]
    [InlineData("list?from=2026-05-10&to=2026-05-09", "from out_of_range")]
    [InlineData("list?from=2026-05-09T07:30:00Z&to=2026-05-09T07:30:00%2B00:01", "from out_of_range")]
    [InlineData("list?from=2026-05-10&to=2026-05-09T09:59:59Z", "from out_of_range")]
    [InlineData("list?cursor=abc", "cursor malformed")]
    [InlineData("export?limit=501", "limit out_of_range")]
    [InlineData("export?type=RUN", "type unknown_parameter")]
    [InlineData("export?cursor=abc", "cursor malformed")]
    [InlineData("stats?groupBy=year", "groupBy unsupported_value")]
    [InlineData("stats?groupBy=Type", "groupBy unsupported_value")]
    [InlineData("stats?groupBy=", "groupBy required")]
    [InlineData("stats?from=2026-13", "from malformed")]
    [InlineData("stats?from=2026-5", "from malformed")]
    [InlineData("stats?from=0000-05", "from malformed")]
    [InlineData("stats?to=2026-05-09", "to malformed")]
    [InlineData("stats?from=2026-05&to=2026-04", "from out_of_range")]
    [InlineData("stats?limit=1", "limit unknown_parameter")]
    public async Task Refuses_invalid_parameters(string request, string errors)
    {
        string[] parts = request.Split('?');
        var proxyEvent = parts[0] switch
        {
            "list" => Events.List("athlete-1", parts[1]),
            "export" => Events.Export("athlete-1", parts[1]),
            _ => Events.Stats("athlete-1", parts[1]),
        };

        (await _api.HandleAsync(proxyEvent)).AssertInvalid(errors);
    }

    [Fact]
    public async Task Reports_all_errors_but_only_the_first_20_unknown_parameters()
    {
        string unknown = string.Join('&', Enumerable.Range(1, 500).Select(number => $"x{number}=1"));

        var errors = (await _api.HandleAsync(Events.List("a%20b", $"{unknown}&limit=0&type=run&from=x&to=y&cursor=z"))).Problem().Errors();

        Assert.Equal(
            "userId invalid_characters, type malformed, from malformed, to malformed, limit out_of_range, cursor malformed, "
            + string.Join(", ", Enumerable.Range(1, 20).Select(number => $"x{number} unknown_parameter")) + ", x21 too_many_errors",
            errors);
    }

    [Theory]
    [InlineData("a%20b", "userId invalid_characters")]
    [InlineData("..%2F..%2Fetc", "userId invalid_characters")]
    [InlineData("%00", "userId invalid_characters")]
    [InlineData("", "userId required")]
    [InlineData("batch", "userId reserved")]
    public async Task Refuses_a_malformed_user_on_every_route(string userId, string errors)
    {
        foreach (var request in EveryRoute(userId, athlete: null))
        {
            (await _api.HandleAsync(request)).AssertInvalid(errors);
        }
    }

    [Fact]
    public async Task An_athlete_learns_nothing_about_others_on_any_route_despite_other_errors()
    {
        var answers = new HashSet<string>();
        foreach (var request in EveryRoute("athlete-1", "athlete-2").Concat(EveryRoute("athlete-1", "athlete-2", "limit=0&x=1")).Concat(EveryRoute("athlete-3", "athlete-2")))
        {
            var answer = await _api.HandleAsync(request);

            Assert.Equal("403 not-your-data", answer.Kind());
            answers.Add(answer.Body);
        }

        Assert.Single(answers);
    }

    /// <summary>Without tables: nothing is read for it. <c>LogWorkoutTests</c> tests that nothing is written.</summary>
    [Fact]
    public async Task A_person_federated_into_a_role_reads_nobodys_data()
    {
        foreach (var request in EveryRoute("athlete-1", athlete: null))
        {
            var answer = await _api.HandleAsync(request.By(new() { UserArn = "arn:aws:sts::123456789012:assumed-role/people/athlete-1", Caller = "AROAEXAMPLE:athlete-1" }));

            Assert.Equal("403 not-your-data", answer.Kind());
        }
    }

    [Fact]
    public async Task An_athlete_sees_its_own_data_on_every_route()
    {
        var api = TestApi.OverEmptyTables();

        foreach (var request in EveryRoute("athlete-1", "athlete-1"))
        {
            Assert.Equal(request.Resource.Contains("workoutId", StringComparison.Ordinal) ? 404 : 200, (await api.HandleAsync(request)).StatusCode);
        }

        (await _api.HandleAsync(Events.GetWorkout("athlete-1", "AAaaaaaaaaaaaaaaaaaaaa", "fields=notes"))).AssertInvalid("fields unknown_parameter");
    }

    private static APIGatewayProxyRequest[] EveryRoute(string userId, string? athlete, string query = "") =>
    [
        Events.List(userId, query, athlete),
        Events.GetWorkout(userId, "AAaaaaaaaaaaaaaaaaaaaa", query, athlete),
        Events.Export(userId, query, athlete),
        Events.Stats(userId, query, athlete),
    ];
}
