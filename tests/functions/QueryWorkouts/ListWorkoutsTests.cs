using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

[Collection(DynamoDbCollection.Name)]
public sealed class ListWorkoutsTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly QueryFunction _function = new(dynamoDb.Client, dynamoDb.Tables);

    [Fact]
    public async Task Shows_the_newest_first_as_they_were_logged()
    {
        var older = await _function.LogAsync(Runs.At(_user, "2026-05-08T07:30:00-05:00"));
        var newer = await _function.LogAsync(Runs.At(_user, "2026-05-09T07:30:00.25+02:00") with
        {
            Type = "CYCLING",
            DurationMinutes = 31.5m,
            CaloriesBurned = 300.5m,
            DistanceKm = 0,
            Notes = "Läufe & \"跑\"",
        });

        var answer = await _function.HandleAsync(QueryEvents.List(_user));

        Assert.Equal((200, "application/json", "no-store"), (answer.StatusCode, answer.Headers["Content-Type"], answer.Headers["Cache-Control"]));
        Assert.Equal(
            "{\"items\":[{\"workoutId\":\"" + newer.Id + "\",\"userId\":\"" + _user + "\",\"workoutType\":\"CYCLING\",\"durationMinutes\":31.5,\"caloriesBurned\":300.5,"
            + "\"distanceKm\":0,\"notes\":\"Läufe & \\\"跑\\\"\",\"workoutTimestamp\":\"2026-05-09T07:30:00.250000+02:00\"},"
            + "{\"workoutId\":\"" + older.Id + "\",\"userId\":\"" + _user + "\",\"workoutType\":\"RUN\",\"durationMinutes\":30,\"workoutTimestamp\":\"2026-05-08T07:30:00.000000-05:00\"}],"
            + "\"hasMore\":false}",
            answer.Body);
        Assert.DoesNotContain("Link", answer.Headers.Keys);
    }

    [Fact]
    public async Task Is_empty_for_a_user_without_workouts()
    {
        var answer = await _function.HandleAsync(QueryEvents.List(_user));

        Assert.Equal((200, "{\"items\":[],\"hasMore\":false}"), (answer.StatusCode, answer.Body));
    }

    [Fact]
    public async Task Has_20_workouts_on_a_page_unless_the_client_says()
    {
        await LogDaysAsync(22);

        Assert.Equal(20, (await PageAsync("")).Items.Count);
        Assert.Single((await PageAsync("limit=1")).Items);
        Assert.Equal(22, (await PageAsync("limit=100")).Items.Count);
    }

    [Theory]
    [InlineData("limit=2", 5)]
    [InlineData("limit=5", 5)]
    [InlineData("limit=1&type=RUN", 5)]
    [InlineData("limit=2&from=2026-05-02&to=2026-05-04", 3)]
    [InlineData("limit=3&from=2026-05-02&to=2026-05-04&type=RUN", 3)]
    [InlineData("limit=2&from=2026-05-02T06:00:00Z&to=2026-05-04T05:59:59Z", 2)]
    public async Task Pages_through_all_workouts_by_cursor(string query, int expected)
    {
        await LogDaysAsync(5);
        var ids = new List<string>();
        for (var page = await PageAsync(query); ; page = await PageAsync($"{query}&cursor={page.NextCursor}"))
        {
            Assert.NotEmpty(page.Items);
            ids.AddRange(page.Items.Select(workout => workout.WorkoutId));
            Assert.Equal(page.HasMore, page.NextCursor is not null);
            if (!page.HasMore)
            {
                break;
            }
        }

        Assert.Equal(expected, ids.Distinct().Count());
        Assert.Equal(expected, ids.Count);
    }

    [Fact]
    public async Task Links_to_the_next_page_with_the_query_as_it_was()
    {
        await LogDaysAsync(3);

        var answer = await _function.HandleAsync(QueryEvents.List(_user, "limit=1&from=2026-05-01T00:00:00%2B02:00&type=RUN"));
        var cursor = answer.Read<WorkoutPage>().NextCursor;
        var next = await _function.HandleAsync(QueryEvents.List(_user, $"limit=1&from=2026-05-01T00:00:00%2B02:00&type=RUN&cursor={cursor}"));

        Assert.Equal(
            $"</dev/workouts/{_user}?limit=1&from=2026-05-01T00%3A00%3A00%2B02%3A00&type=RUN&cursor={cursor}>; rel=\"next\"",
            answer.Headers["Link"]);
        Assert.Equal(
            $"</dev/workouts/{_user}?limit=1&from=2026-05-01T00%3A00%3A00%2B02%3A00&type=RUN&cursor={next.Read<WorkoutPage>().NextCursor}>; rel=\"next\"",
            next.Headers["Link"]);
    }

    [Fact]
    public async Task Lets_the_limit_change_between_pages()
    {
        await LogDaysAsync(4);
        var first = await PageAsync("limit=1");

        var second = await PageAsync($"limit=3&cursor={first.NextCursor}");

        Assert.Equal((3, false), (second.Items.Count, second.HasMore));
    }

    [Theory]
    [InlineData("type=RUN")]
    [InlineData("from=2026-05-01")]
    [InlineData("from=2026-05-01&to=2026-05-31T00:00:00Z")]
    public async Task Refuses_the_cursor_of_another_query(string other)
    {
        await LogDaysAsync(2);
        var cursor = (await PageAsync("limit=1")).NextCursor;

        var answer = await _function.HandleAsync(QueryEvents.List(_user, $"{other}&cursor={cursor}"));

        AssertRefusedCursor(answer);
    }

    [Fact]
    public async Task Refuses_the_cursor_of_another_user_and_of_an_export()
    {
        await LogDaysAsync(2);
        var cursor = (await PageAsync("limit=1")).NextCursor;
        var ofExport = (await _function.HandleAsync(QueryEvents.Export(_user, "limit=1"))).Read<WorkoutPage>().NextCursor;

        AssertRefusedCursor(await _function.HandleAsync(QueryEvents.List(DynamoDbFixture.NewUser(), $"cursor={cursor}")));
        AssertRefusedCursor(await _function.HandleAsync(QueryEvents.List(_user, $"cursor={ofExport}")));
        AssertRefusedCursor(await _function.HandleAsync(QueryEvents.Export(_user, $"cursor={cursor}")));
    }

    [Fact]
    public async Task Goes_on_behind_a_workout_that_was_deleted_meanwhile()
    {
        var logged = await LogDaysAsync(3);
        var first = await PageAsync("limit=1");
        await _function.DeleteAsync(logged[2]);

        var second = await PageAsync($"limit=1&cursor={first.NextCursor}");

        Assert.Equal((logged[1].Id.ToString(), true), (second.Items[0].WorkoutId, second.HasMore));
    }

    [Theory]
    [InlineData("from=2026-05-01&to=2026-05-01", "2026-05-01T00:00:00+14:00", "2026-05-01T23:59:59.999999-14:00")]
    [InlineData("from=2026-05-02", "2026-05-02T00:00:00-14:00", "2026-05-02T00:00:00+14:00")]
    [InlineData("to=2026-04-30", "2026-04-30T23:59:59-14:00", "2026-04-30T23:59:59+14:00")]
    public async Task A_day_is_the_one_that_the_user_lived(string query, params string[] expected)
    {
        string[] all =
        [
            "2026-05-01T00:00:00+14:00", "2026-05-01T23:59:59.999999-14:00", "2026-05-02T00:00:00-14:00",
            "2026-05-02T00:00:00+14:00", "2026-04-30T23:59:59-14:00", "2026-04-30T23:59:59+14:00",
        ];
        foreach (var timestamp in all)
        {
            await _function.LogAsync(Runs.At(_user, timestamp));
        }

        var page = await PageAsync(query);

        Assert.Equal(
            expected.Select(timestamp => Runs.At(_user, timestamp).Timestamp).Order(),
            page.Items.Select(workout => Runs.At(_user, workout.WorkoutTimestamp).Timestamp).Order());
    }

    [Fact]
    public async Task A_day_out_of_all_reach_finds_nothing()
    {
        await LogDaysAsync(1);

        Assert.Empty((await PageAsync("to=0001-01-01")).Items);
        Assert.Empty((await PageAsync("from=9999-12-31")).Items);
        Assert.Single((await PageAsync("from=0001-01-01&to=9999-12-31")).Items);
    }

    [Fact]
    public async Task A_type_that_was_never_logged_finds_nothing()
    {
        await LogDaysAsync(1);

        Assert.Empty((await PageAsync("type=RETIRED_1")).Items);
    }

    [Fact]
    public async Task An_athlete_sees_its_own_workouts()
    {
        await LogDaysAsync(1);

        var answer = await _function.HandleAsync(QueryEvents.List(_user, cognitoIdentityId: _user));

        Assert.Single(answer.Read<WorkoutPage>().Items);
    }

    private static void AssertRefusedCursor(APIGatewayProxyResponse answer)
    {
        Assert.Equal(400, answer.StatusCode);
        Assert.Equal(("cursor", "malformed"), answer.Problem().Errors is [var error] ? (error.Field, error.Code) : default);
    }

    private async Task<WorkoutPage> PageAsync(string query)
    {
        var answer = await _function.HandleAsync(QueryEvents.List(_user, query));
        Assert.True(answer.StatusCode == 200, answer.Body);
        return answer.Read<WorkoutPage>();
    }

    // One a day from 2026-05-01 on, oldest first.
    private async Task<List<StoredWorkout>> LogDaysAsync(int days)
    {
        var logged = new List<StoredWorkout>();
        for (var day = 1; day <= days; day++)
        {
            logged.Add(await _function.LogAsync(Runs.At(_user, $"2026-05-{day:00}T06:00:00Z")));
        }

        return logged;
    }
}
