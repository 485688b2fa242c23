using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

[Collection(DynamoDbCollection.Name)]
public sealed class ExportWorkoutsTests(DynamoDbFixture dynamoDb)
{
    private const string Header = "workoutId,userId,workoutType,durationMinutes,caloriesBurned,distanceKm,notes,workoutTimestamp\r\n";

    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly QueryFunction _function = new(dynamoDb.Client, dynamoDb.Tables);

    [Fact]
    public async Task Comes_as_JSON_unless_the_client_asks_for_CSV()
    {
        var stored = await _function.LogAsync(Runs.At(_user, "2026-05-09T07:30:00+02:00") with { DurationMinutes = 30.123456789012345678m, Notes = "=1+1" });

        var answer = await _function.HandleAsync(QueryEvents.Export(_user));

        Assert.Equal((200, "application/json", "no-store"), (answer.StatusCode, answer.Headers["Content-Type"], answer.Headers["Cache-Control"]));
        Assert.Equal(
            "{\"items\":[{\"workoutId\":\"" + stored.Id + "\",\"userId\":\"" + _user + "\",\"workoutType\":\"RUN\",\"durationMinutes\":30.123456789012345678,\"notes\":\"=1+1\","
            + "\"workoutTimestamp\":\"2026-05-09T07:30:00.000000+02:00\"}],\"hasMore\":false}",
            answer.Body);
        Assert.DoesNotContain("Link", answer.Headers.Keys);
        Assert.DoesNotContain("Content-Disposition", answer.Headers.Keys);
    }

    [Fact]
    public async Task Comes_as_CSV_for_a_client_that_likes_it_better()
    {
        var stored = await _function.LogAsync(Runs.At(_user, "2026-05-09T07:30:00+02:00") with { DurationMinutes = 30.123456789012345678m, Notes = "=1+1, \"é\"" });

        var answer = await _function.HandleAsync(QueryEvents.Export(_user, accept: "text/csv, application/json;q=0.5"));

        Assert.Equal(
            (200, "text/csv; charset=utf-8; header=present", "no-store", "attachment; filename=\"workouts.csv\""),
            (answer.StatusCode, answer.Headers["Content-Type"], answer.Headers["Cache-Control"], answer.Headers["Content-Disposition"]));
        Assert.Equal($"{Header}{stored.Id},{_user},RUN,30.123456789012345678,,,\"'=1+1, \"\"é\"\"\",2026-05-09T07:30:00.000000+02:00\r\n", answer.Body);
        Assert.DoesNotContain("Link", answer.Headers.Keys);
    }

    [Theory]
    [InlineData("application/json", "{\"items\":[],\"hasMore\":false}")]
    [InlineData("text/csv", Header)]
    public async Task Is_empty_for_a_user_without_workouts(string accept, string body)
    {
        var answer = await _function.HandleAsync(QueryEvents.Export(_user, accept: accept));

        Assert.Equal((200, body), (answer.StatusCode, answer.Body));
    }

    [Theory]
    [InlineData("application/json", 2)]
    [InlineData("text/csv", 2)]
    public async Task Leads_through_all_pages_by_link(string accept, int limit)
    {
        for (var day = 1; day <= 5; day++)
        {
            await _function.LogAsync(Runs.At(_user, $"2026-05-{day:00}T06:00:00Z") with { Notes = $"day {day}" });
        }

        var days = new List<string>();
        var query = $"limit={limit}";
        for (var pages = 1; ; pages++)
        {
            var answer = await _function.HandleAsync(QueryEvents.Export(_user, query, accept));
            Assert.Equal(200, answer.StatusCode);
            days.AddRange(Enumerable.Range(1, 5).OrderDescending().Select(day => $"day {day}").Where(answer.Body.Contains));
            if (!answer.Headers.TryGetValue("Link", out var link))
            {
                Assert.Equal(3, pages);
                break;
            }

            var start = $"</dev/workouts/{_user}/export?limit={limit}&cursor=";
            Assert.StartsWith(start, link, StringComparison.Ordinal);
            Assert.EndsWith(">; rel=\"next\"", link, StringComparison.Ordinal);
            query = link.Split('?', '>')[1];
            Assert.True(accept == "text/csv" || answer.Read<WorkoutPage>().NextCursor == link[start.Length..^13]);
        }

        Assert.Equal(["day 5", "day 4", "day 3", "day 2", "day 1"], days);
    }

    [Fact]
    public async Task A_cursor_serves_either_form()
    {
        await _function.LogAsync(Runs.At(_user, "2026-05-01T06:00:00Z"));
        await _function.LogAsync(Runs.At(_user, "2026-05-02T06:00:00Z"));
        var cursor = (await _function.HandleAsync(QueryEvents.Export(_user, "limit=1"))).Read<WorkoutPage>().NextCursor;

        var answer = await _function.HandleAsync(QueryEvents.Export(_user, $"cursor={cursor}", "text/csv"));

        Assert.Contains("2026-05-01T06:00:00.000000Z\r\n", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-05-02", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_client_that_takes_neither_form()
    {
        var answer = await _function.HandleAsync(QueryEvents.Export(_user, accept: "text/html, text/csv;q=0"));

        var problem = answer.Problem();
        Assert.Equal((406, "urn:workout-log:problem:not-acceptable", "No such representation"), (answer.StatusCode, problem.Type, problem.Title));
        Assert.Equal("An export comes as application/json or text/csv; the header Accept is \"text/html, text/csv;q=0\".", problem.Detail);
    }
}
