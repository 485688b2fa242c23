namespace WorkoutLog.Functions.Tests.QueryWorkouts;

[Collection(DynamoDbCollection.Name)]
public sealed class ExportWorkoutsTests(DynamoDbFixture dynamoDb)
{
    private const string Header = "workoutId,userId,workoutType,durationMinutes,caloriesBurned,distanceKm,notes,workoutTimestamp,externalId\r\n";

    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly TestApi _api = new(dynamoDb.Client);

    [Fact]
    public async Task Returns_JSON_unless_the_client_prefers_CSV()
    {
        var stored = await dynamoDb.LogAsync(Workouts.At(_user, "2026-05-09T07:30:00+02:00") with { DurationMinutes = 30.123456789012345678m, Notes = "=1+1, \"é\"" });

        var json = await _api.HandleAsync(Events.Export(_user));
        var csv = await _api.HandleAsync(Events.Export(_user).With("accept", "text/csv, application/json;q=0.5"));

        Assert.Equal(new Dictionary<string, string> { ["Content-Type"] = "application/json", ["Cache-Control"] = "no-store" }, json.Headers);
        Assert.Equal(
            "{\"items\":[{\"workoutId\":\"" + stored.Id + "\",\"userId\":\"" + _user + "\",\"workoutType\":\"RUN\",\"durationMinutes\":30.123456789012345678,"
            + "\"notes\":\"=1+1, \\\"é\\\"\",\"workoutTimestamp\":\"2026-05-09T07:30:00.000000+02:00\"}],\"hasMore\":false}",
            json.Body);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Content-Type"] = "text/csv; header=present; charset=utf-8",
                ["Cache-Control"] = "no-store",
                ["Content-Disposition"] = "attachment; filename=\"workouts.csv\"",
            },
            csv.Headers);
        Assert.Equal($"{Header}{stored.Id},{_user},RUN,30.123456789012345678,,,\"'=1+1, \"\"é\"\"\",2026-05-09T07:30:00.000000+02:00,\r\n", csv.Body);
        Assert.Equal((200, 200), (json.StatusCode, csv.StatusCode));
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/json", "text/csv")]
    public async Task Links_lead_through_all_pages_in_either_format(string acceptFirst, string acceptThen)
    {
        for (var day = 1; day <= 5; day++)
        {
            await dynamoDb.LogAsync(Workouts.At(_user, $"2026-05-0{day}T06:00:00Z") with { Notes = $"day {day}" });
        }

        var days = new List<string>();
        var query = "limit=2";
        for (var accept = acceptFirst; query.Length > 0; accept = acceptThen)
        {
            var answer = await _api.HandleAsync(Events.Export(_user, query).With("Accept", accept));
            days.AddRange(Enumerable.Range(1, 5).OrderDescending().Select(day => $"day {day}").Where(answer.Body.Contains));
            days.Add("next");
            query = answer.Headers.TryGetValue("Link", out var link) ? link.Split('?', '>')[1] : "";
            Assert.True(query.Length == 0 || link == $"</dev/workouts/{_user}/export?{query}>; rel=\"next\"");
            Assert.True(accept == "text/csv" || (answer.Read<WorkoutPage>().NextCursor ?? "") == query.Split("limit=2&cursor=")[^1]);
        }

        Assert.Equal(["day 5", "day 4", "next", "day 3", "day 2", "next", "day 1", "next"], days);
    }

    [Theory]
    [InlineData("bom=true", "text/csv", true)]
    [InlineData("bom=false", "text/csv", false)]
    [InlineData("bom=true", "application/json", false)]
    public async Task Starts_with_a_byte_order_mark_if_CSV_is_requested_with_one(string query, string accept, bool expected) => Assert.Equal(
        expected, (await _api.HandleAsync(Events.Export(_user, query).With("Accept", accept))).Body.StartsWith('\uFEFF'));

    [Fact]
    public async Task Refuses_another_value_for_the_mark() => Assert.Equal(
        ["bom unsupported_value"],
        (await _api.HandleAsync(Events.Export(_user, "bom=1"))).Problem().Errors!.Select(error => $"{error.Field} {error.Code}"));

    [Fact]
    public async Task Refuses_a_client_that_accepts_neither_format() =>
        Assert.Equal("406 not-acceptable", (await _api.HandleAsync(Events.Export(_user).With("Accept", "text/html, text/csv;q=0"))).Kind());
}
