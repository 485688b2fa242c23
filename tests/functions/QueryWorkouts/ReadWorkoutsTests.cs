namespace WorkoutLog.Functions.Tests.QueryWorkouts;

/// <summary>Lists and single workouts. <see cref="QueryPropertyTests"/> tests ranges and paging.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class ReadWorkoutsTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly TestApi _api = new(dynamoDb.Client);

    [Fact]
    public async Task Lists_workouts_as_logged_newest_first()
    {
        var older = await dynamoDb.LogAsync(Workouts.At(_user, "2026-05-08T07:30:00-05:00"));
        var newer = await dynamoDb.LogAsync(Workouts.At(_user, "2026-05-09T07:30:00.25+02:00") with
        {
            Type = "CYCLING",
            DurationMinutes = 31.5m,
            CaloriesBurned = 300.5m,
            DistanceKm = 0,
            Notes = "Läufe & \"跑\"",
        });

        var answer = await _api.HandleAsync(Events.List(_user));

        Assert.Equal(new Dictionary<string, string> { ["Content-Type"] = "application/json", ["Cache-Control"] = "no-store" }, answer.Headers);
        Assert.Equal(
            "{\"items\":[{\"workoutId\":\"" + newer.Id + "\",\"userId\":\"" + _user + "\",\"workoutType\":\"CYCLING\",\"durationMinutes\":31.5,\"caloriesBurned\":300.5,"
            + "\"distanceKm\":0,\"notes\":\"Läufe & \\\"跑\\\"\",\"workoutTimestamp\":\"2026-05-09T07:30:00.250000+02:00\"},"
            + "{\"workoutId\":\"" + older.Id + "\",\"userId\":\"" + _user + "\",\"workoutType\":\"RUN\",\"durationMinutes\":30,\"workoutTimestamp\":\"2026-05-08T07:30:00.000000-05:00\"}],"
            + "\"hasMore\":false}",
            answer.Body);
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("limit=1", 1)]
    [InlineData("limit=100", 22)]
    [InlineData("type=RETIRED_1", 0)]
    [InlineData("to=0001-01-01", 0)]
    [InlineData("from=9999-12-31", 0)]
    [InlineData("from=0001-01-01&to=9999-12-31&limit=100", 22)]
    public async Task Has_20_workouts_per_page_by_default(string query, int count)
    {
        await LogDaysAsync(22);

        Assert.Equal(count, (await PageAsync(query)).Items.Count);
    }

    [Fact]
    public async Task Links_to_the_next_page_with_the_same_query()
    {
        const string Query = "limit=1&from=2026-05-01T00%3A00%3A00%2B02%3A00&type=RUN";
        await LogDaysAsync(3);

        var answer = await _api.HandleAsync(Events.List(_user, Query));
        var next = await _api.HandleAsync(Events.List(_user, $"{Query}&cursor={answer.Read<WorkoutPage>().NextCursor}"));

        Assert.All(new[] { answer, next }, page => Assert.Equal(
            $"</dev/workouts/{_user}?{Query}&cursor={page.Read<WorkoutPage>().NextCursor}>; rel=\"next\"", page.Headers["Link"]));
    }

    [Fact]
    public async Task The_limit_may_change_between_pages_and_the_last_workout_may_be_deleted()
    {
        var logged = await LogDaysAsync(4);
        var first = await PageAsync("limit=1");
        await dynamoDb.DeleteAsync(logged[3]);

        var second = await PageAsync($"limit=3&cursor={first.NextCursor}");

        Assert.Equal([$"{logged[2].Id}", $"{logged[1].Id}", $"{logged[0].Id}"], second.Items.Select(workout => workout.WorkoutId));
        Assert.False(second.HasMore);
    }

    /// <remarks><see cref="CursorTests"/> tests that other queries are refused.</remarks>
    [Fact]
    public async Task Refuses_the_cursor_of_another_query_user_or_route()
    {
        await LogDaysAsync(2);
        var cursor = (await PageAsync("limit=1")).NextCursor;
        var ofExport = (await _api.HandleAsync(Events.Export(_user, "limit=1"))).Read<WorkoutPage>().NextCursor;

        foreach (var request in new[]
        {
            Events.List(_user, $"type=RUN&cursor={cursor}"),
            Events.List(_user, $"from=2026-05-01&cursor={cursor}"),
            Events.List(_user, $"to=2026-05-31T00:00:00Z&cursor={cursor}"),
            Events.List(DynamoDbFixture.NewUser(), $"cursor={cursor}"),
            Events.List(_user, $"cursor={ofExport}"),
            Events.Export(_user, $"cursor={cursor}"),
        })
        {
            (await _api.HandleAsync(request)).AssertInvalid("cursor malformed");
        }
    }

    [Fact]
    public async Task An_external_id_finds_one_workout_or_none_and_combines_with_nothing()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user) with { ExternalId = "garmin:1" });

        var found = (await _api.HandleAsync(Events.List(_user, "externalId=garmin%3A1"))).Read<WorkoutPage>();
        var none = (await _api.HandleAsync(Events.List(_user, "externalId=garmin%3A2"))).Read<WorkoutPage>();

        Assert.Equal((stored.Id.ToString(), "garmin:1", false), (Assert.Single(found.Items).WorkoutId, found.Items[0].ExternalId, found.HasMore));
        Assert.Empty(none.Items);
        foreach (var other in (string[])["type=RUN", "from=2026-05-01", "to=2026-05-01", "limit=1"])
        {
            (await _api.HandleAsync(Events.List(_user, $"externalId=garmin%3A1&{other}"))).AssertInvalid("externalId unsupported_value");
        }

        (await _api.HandleAsync(Events.List(_user, "externalId=a%20b"))).AssertInvalid("externalId invalid_characters");
    }

    [Fact]
    public async Task Pages_lead_through_all_workouts_when_the_last_one_of_a_page_has_moved_before()
    {
        for (int day = 1; day <= 5; day++)
        {
            var stored = await dynamoDb.LogAsync(Workouts.At(_user, $"2026-05-0{day}T08:00:00Z"));
            await dynamoDb.Editing.ReplaceAsync(
                _user, stored.Id, workout => workout with { Timestamp = workout.Timestamp.AddDays(-10 * day) }, VersionCondition.Any, DynamoDbFixture.Soon());
        }

        var first = (await _api.HandleAsync(Events.List(_user, "limit=2"))).Read<WorkoutPage>();
        var rest = (await _api.HandleAsync(Events.List(_user, $"limit=3&cursor={first.NextCursor}"))).Read<WorkoutPage>();

        Assert.Equal(
            ["2026-04-21", "2026-04-12", "2026-04-03", "2026-03-25", "2026-03-16"], first.Items.Concat(rest.Items).Select(item => item.WorkoutTimestamp[..10]));
    }

    [Fact]
    public async Task A_single_workout_comes_with_its_version()
    {
        var stored = await dynamoDb.LogAsync(Workouts.At(_user, "2026-05-09T07:30:00Z") with { Notes = "easy" });

        var answer = await _api.HandleAsync(Events.GetWorkout(_user, $"{stored.Id}"));

        Assert.Equal((200, "application/json", "no-store", "\"1\""), (answer.StatusCode, answer.Headers["Content-Type"], answer.Headers["Cache-Control"], answer.Headers["ETag"]));
        Assert.Equal(
            "{\"workoutId\":\"" + stored.Id + "\",\"userId\":\"" + _user + "\",\"workoutType\":\"RUN\",\"durationMinutes\":30,\"notes\":\"easy\",\"workoutTimestamp\":\"2026-05-09T07:30:00.000000Z\"}",
            answer.Body);
    }

    [Fact]
    public async Task Returns_the_same_404_for_every_missing_workout()
    {
        var ofAnother = await dynamoDb.LogAsync(Workouts.Of(DynamoDbFixture.NewUser()));
        var deleted = await dynamoDb.LogAsync(Workouts.Of(_user));
        await dynamoDb.DeleteAsync(deleted);

        var known = await _api.HandleAsync(Events.GetWorkout(_user, $"{ofAnother.Id}"));
        var unknown = await _api.HandleAsync(Events.GetWorkout(DynamoDbFixture.NewUser(), $"{ofAnother.Id}"));
        var gone = await _api.HandleAsync(Events.GetWorkout(_user, $"{deleted.Id}"));

        Assert.Equal("404 workout-not-found", known.Kind());
        Assert.Equal((known.Body, known.Body), (unknown.Body, gone.Body));
        foreach (var noId in new[] { "x", "%00", "AAAAAAAAAAAAAAAAAAAAAA", "IDEMPOTENCY%23abc", "2026-05-09T07%3A30%3A00.000000Z%230123456789abcdef" })
        {
            Assert.Equal(known.Body, (await _api.HandleAsync(Events.GetWorkout(_user, noId))).Body);
        }
    }

    private async Task<WorkoutPage> PageAsync(string query) => (await _api.HandleAsync(Events.List(_user, query))).Read<WorkoutPage>();

    // One per day from 2026-05-01 on, oldest first.
    private async Task<List<StoredWorkout>> LogDaysAsync(int days)
    {
        var logged = new List<StoredWorkout>();
        for (var day = 1; day <= days; day++)
        {
            logged.Add(await dynamoDb.LogAsync(Workouts.At(_user, $"2026-05-{day:00}T06:00:00Z")));
        }

        return logged;
    }
}
