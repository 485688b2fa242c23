namespace WorkoutLog.Functions.Tests.QueryWorkouts;

[Collection(DynamoDbCollection.Name)]
public sealed class GetStatsTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly TestApi _api = new(dynamoDb.Client);

    [Fact]
    public async Task Sums_all_workouts_of_a_user()
    {
        await dynamoDb.LogAsync(Workouts.At(_user, "2026-05-01T00:30:00+02:00") with { CaloriesBurned = 300.5m, DistanceKm = 5.25m });
        await dynamoDb.LogAsync(Workouts.At(_user, "2026-05-01T00:30:00+02:00") with { DurationMinutes = 31, DistanceKm = 5.75m });
        await dynamoDb.LogAsync(Workouts.At(_user, "2026-04-01T07:00:00Z") with { Type = "CYCLING" });

        var answer = await _api.HandleAsync(Events.Stats(_user));

        Assert.Equal((200, "application/json", "no-store"), (answer.StatusCode, answer.Headers["Content-Type"], answer.Headers["Cache-Control"]));
        Assert.Equal(
            "{\"userId\":\"" + _user + "\",\"totalWorkouts\":3,\"totalDurationMinutes\":91,\"totalCaloriesBurned\":300.5,\"totalDistanceKm\":11,"
            + "\"averageDurationMinutes\":30.33,\"averageCaloriesBurned\":100.17,\"averageDistanceKm\":3.67,\"streaks\":{\"current\":0,\"longest\":1},"
            + "\"byType\":{\"CYCLING\":{\"workouts\":1,\"durationMinutes\":30,\"caloriesBurned\":0,\"distanceKm\":0,\"averageDurationMinutes\":30},"
            + "\"RUN\":{\"workouts\":2,\"durationMinutes\":61,\"caloriesBurned\":300.5,\"distanceKm\":11,\"averageDurationMinutes\":30.5}},"
            + "\"byMonth\":{\"2026-04\":{\"workouts\":1,\"durationMinutes\":30,\"caloriesBurned\":0,\"distanceKm\":0,\"averageDurationMinutes\":30},"
            + "\"2026-05\":{\"workouts\":2,\"durationMinutes\":61,\"caloriesBurned\":300.5,\"distanceKm\":11,\"averageDurationMinutes\":30.5}}}",
            answer.Body);
    }

    [Fact]
    public async Task Is_all_zero_for_a_user_without_workouts_and_again_after_everything_was_deleted()
    {
        var zeros = "{\"userId\":\"" + _user + "\",\"totalWorkouts\":0,\"totalDurationMinutes\":0,\"totalCaloriesBurned\":0,\"totalDistanceKm\":0,"
            + "\"averageDurationMinutes\":0,\"averageCaloriesBurned\":0,\"averageDistanceKm\":0,\"streaks\":{\"current\":0,\"longest\":0},\"byType\":{},\"byMonth\":{}}";

        Assert.Equal(zeros, (await _api.HandleAsync(Events.Stats(_user))).Body);
        await dynamoDb.DeleteAsync(await dynamoDb.LogAsync(Workouts.At(_user, "2026-05-09T06:00:00Z") with { CaloriesBurned = 1.5m }));
        Assert.Equal(zeros, (await _api.HandleAsync(Events.Stats(_user))).Body);
    }

    /// <remarks>All ranges are tested in <c>StatsReaderTests</c>.</remarks>
    [Fact]
    public async Task Counts_only_the_months_asked_for_and_repeats_them()
    {
        foreach (var month in (int[])[3, 4, 5, 6])
        {
            await dynamoDb.LogAsync(Workouts.At(_user, $"2026-0{month}-01T07:00:00Z"));
        }

        var stats = (await _api.HandleAsync(Events.Stats(_user, "from=2026-04&to=2026-05"))).Read<StatsResponse>();

        Assert.Equal((2, "2026-04", "2026-05", "2026-04 2026-05"), (stats.TotalWorkouts, stats.From, stats.To, string.Join(' ', stats.ByMonth!.Keys)));
    }

    [Theory]
    [InlineData("type", "\"byType\":{\"CYCLING\":{\"workouts\":1,\"durationMinutes\":45,\"caloriesBurned\":0,\"distanceKm\":0,\"averageDurationMinutes\":45},"
        + "\"RUN\":{\"workouts\":3,\"durationMinutes\":90,\"caloriesBurned\":0,\"distanceKm\":0,\"averageDurationMinutes\":30}}")]
    [InlineData("month", "\"byMonth\":{\"2025-12\":{\"workouts\":2,\"durationMinutes\":75,\"caloriesBurned\":0,\"distanceKm\":0,\"averageDurationMinutes\":37.5},"
        + "\"2026-01\":{\"workouts\":2,\"durationMinutes\":60,\"caloriesBurned\":0,\"distanceKm\":0,\"averageDurationMinutes\":30}}")]
    [InlineData("week", "\"byWeek\":{\"2025-W52\":{\"workouts\":1,\"durationMinutes\":30},\"2026-W01\":{\"workouts\":3,\"durationMinutes\":105}}")]
    [InlineData("day", "\"byDay\":{\"2025-12-28\":{\"workouts\":1,\"durationMinutes\":30},\"2025-12-29\":{\"workouts\":1,\"durationMinutes\":45},"
        + "\"2026-01-01\":{\"workouts\":2,\"durationMinutes\":60}}")]
    public async Task Shows_the_one_grouping_that_is_asked_for(string groupBy, string expected)
    {
        await dynamoDb.LogAsync(Workouts.At(_user, "2025-12-28T23:30:00-05:00"));
        await dynamoDb.LogAsync(Workouts.At(_user, "2025-12-29T00:30:00+14:00") with { Type = "CYCLING", DurationMinutes = 45 });
        await dynamoDb.LogAsync(Workouts.At(_user, "2026-01-01T07:00:00Z"));
        await dynamoDb.LogAsync(Workouts.At(_user, "2026-01-01T08:00:00Z"));

        var answer = await _api.HandleAsync(Events.Stats(_user, $"groupBy={groupBy}"));

        Assert.EndsWith($"\"streaks\":{{\"current\":0,\"longest\":2}},{expected}}}", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-09T23:00:00+02:00", "2026-05-10T21:59:59Z", 1)]
    [InlineData("2026-05-09T23:00:00+02:00", "2026-05-10T22:00:00Z", 0)]
    [InlineData("2026-05-08T12:00:00-10:00", "2026-05-10T09:59:59Z", 1)]
    [InlineData("2026-05-08T12:00:00-10:00", "2026-05-10T10:00:00Z", 0)]
    [InlineData("2026-05-10T12:00:00+14:00", "2026-05-09T22:00:00Z", 1)]
    // The clocks go forward on 2026-03-29; the last day is spent far away.
    [InlineData("2026-03-28T23:30:00+01:00 2026-03-29T00:30:00+01:00 2026-03-30T23:45:00+02:00 2026-03-31T00:15:00-09:00", "2026-03-31T21:00:00Z", 4)]
    public async Task A_streak_goes_up_to_the_users_own_yesterday(string timestamps, string now, int current)
    {
        foreach (var timestamp in timestamps.Split(' '))
        {
            await dynamoDb.LogAsync(Workouts.At(_user, timestamp));
        }

        var answer = await new TestApi(dynamoDb.Client, now: now).HandleAsync(Events.Stats(_user));

        Assert.Equal(current, answer.Read<StatsResponse>().Streaks.Current);
    }

    [Fact]
    public async Task Keeps_every_digit_of_a_sum()
    {
        foreach (var distance in (decimal[])[0.1m, 0.2m, 999.000000000000000001m])
        {
            await dynamoDb.LogAsync(Workouts.Of(_user) with { DistanceKm = distance });
        }

        Assert.Equal(999.300000000000000001m, (await _api.HandleAsync(Events.Stats(_user))).Read<StatsResponse>().TotalDistanceKm);
    }

    [Fact]
    public async Task Reads_a_percent_encoded_user() =>
        Assert.Equal("us-east-1:ab@c", (await _api.HandleAsync(Events.Stats("us-east-1%3Aab%40c"))).Read<StatsResponse>().UserId);
}
