using System.Text.Json;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

[Collection(DynamoDbCollection.Name)]
public sealed class GetStatsTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly QueryFunction _function = new(dynamoDb.Client, dynamoDb.Tables);

    [Fact]
    public async Task Sums_all_workouts_of_a_user()
    {
        await _function.LogAsync(Runs.At(_user, "2026-05-01T00:30:00+02:00") with { CaloriesBurned = 300.5m, DistanceKm = 5.25m });
        await _function.LogAsync(Runs.At(_user, "2026-05-01T00:30:00+02:00") with { DurationMinutes = 31, DistanceKm = 5.75m });
        await _function.LogAsync(Runs.At(_user, "2026-04-01T07:00:00Z") with { Type = "CYCLING" });

        var answer = await _function.HandleAsync(QueryEvents.Stats(_user));

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
    public async Task Is_all_zero_for_a_user_without_workouts()
    {
        var answer = await _function.HandleAsync(QueryEvents.Stats(_user));

        Assert.Equal(
            "{\"userId\":\"" + _user + "\",\"totalWorkouts\":0,\"totalDurationMinutes\":0,\"totalCaloriesBurned\":0,\"totalDistanceKm\":0,"
            + "\"averageDurationMinutes\":0,\"averageCaloriesBurned\":0,\"averageDistanceKm\":0,\"streaks\":{\"current\":0,\"longest\":0},\"byType\":{},\"byMonth\":{}}",
            answer.Body);
    }

    [Fact]
    public async Task Is_all_zero_again_after_everything_was_deleted()
    {
        await _function.DeleteAsync(await _function.LogAsync(Runs.At(_user, "2026-05-09T06:00:00Z") with { CaloriesBurned = 1.5m }));

        var answer = await _function.HandleAsync(QueryEvents.Stats(_user));

        Assert.EndsWith(
            "\"averageDurationMinutes\":0,\"averageCaloriesBurned\":0,\"averageDistanceKm\":0,\"streaks\":{\"current\":0,\"longest\":0},\"byType\":{},\"byMonth\":{}}",
            answer.Body,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 3, "2026-03 2026-04 2026-05")]
    [InlineData("from=2026-04", 2, "2026-04 2026-05")]
    [InlineData("to=2026-04", 2, "2026-03 2026-04")]
    [InlineData("from=2026-04&to=2026-04", 1, "2026-04")]
    [InlineData("from=2027-01", 0, "")]
    public async Task Counts_only_the_months_asked_for(string query, int workouts, string months)
    {
        foreach (var month in (int[])[3, 4, 5])
        {
            await _function.LogAsync(Runs.At(_user, $"2026-{month:00}-01T07:00:00Z"));
        }

        var answer = await _function.HandleAsync(QueryEvents.Stats(_user, query));

        var stats = answer.Read<StatsResponse>();
        Assert.Equal((workouts, months), (stats.TotalWorkouts, string.Join(' ', stats.ByMonth!.Keys)));
        Assert.Equal(workouts, stats.ByType!.Values.Sum(type => type.Workouts));
        Assert.Equal(query, string.Join('&', ((string?[])[stats.From is null ? null : $"from={stats.From}", stats.To is null ? null : $"to={stats.To}"]).OfType<string>()));
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
        await _function.LogAsync(Runs.At(_user, "2025-12-28T23:30:00-05:00"));
        await _function.LogAsync(Runs.At(_user, "2025-12-29T00:30:00+14:00") with { Type = "CYCLING", DurationMinutes = 45 });
        await _function.LogAsync(Runs.At(_user, "2026-01-01T07:00:00Z"));
        await _function.LogAsync(Runs.At(_user, "2026-01-01T08:00:00Z"));

        var answer = await _function.HandleAsync(QueryEvents.Stats(_user, $"groupBy={groupBy}"));

        Assert.EndsWith($"\"streaks\":{{\"current\":0,\"longest\":2}},{expected}}}", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-09T23:00:00+02:00", "2026-05-10T21:59:59Z", 1)]
    [InlineData("2026-05-09T23:00:00+02:00", "2026-05-10T22:00:00Z", 0)]
    [InlineData("2026-05-08T12:00:00-10:00", "2026-05-10T09:59:59Z", 1)]
    [InlineData("2026-05-08T12:00:00-10:00", "2026-05-10T10:00:00Z", 0)]
    [InlineData("2026-05-10T12:00:00+14:00", "2026-05-09T22:00:00Z", 1)]
    public async Task A_streak_ends_with_the_users_own_yesterday(string timestamp, string now, int current)
    {
        await _function.LogAsync(Runs.At(_user, timestamp));
        var function = new QueryFunction(dynamoDb.Client, dynamoDb.Tables, new FixedTime(Runs.At(_user, now).Timestamp));

        var answer = await function.HandleAsync(QueryEvents.Stats(_user));

        Assert.Equal(current, answer.Read<StatsResponse>().Streaks.Current);
    }

    [Fact]
    public async Task A_streak_goes_on_over_a_change_of_the_offset()
    {
        // The clocks go forward on 2026-03-29; the last day is spent far away.
        foreach (var timestamp in (string[])["2026-03-28T23:30:00+01:00", "2026-03-29T00:30:00+01:00", "2026-03-30T23:45:00+02:00", "2026-03-31T00:15:00-09:00"])
        {
            await _function.LogAsync(Runs.At(_user, timestamp));
        }

        var answer = await new QueryFunction(dynamoDb.Client, dynamoDb.Tables, new FixedTime(Runs.At(_user, "2026-03-31T12:00:00-09:00").Timestamp))
            .HandleAsync(QueryEvents.Stats(_user));

        Assert.Equal((4, 4), answer.Read<StatsResponse>().Streaks is var streaks ? (streaks.Current, streaks.Longest) : default);
    }

    [Fact]
    public async Task The_workouts_of_a_day_are_the_list_of_that_day()
    {
        string[] timestamps =
        [
            "2026-02-28T23:59:59+14:00", "2026-03-01T00:00:00-14:00", "2026-03-01T23:59:59.999999+02:00", "2026-03-01T12:00:00Z",
            "2026-02-28T00:00:00-14:00", "2026-03-02T00:00:00+14:00",
        ];
        foreach (var timestamp in timestamps)
        {
            await _function.LogAsync(Runs.At(_user, timestamp));
        }

        var stats = (await _function.HandleAsync(QueryEvents.Stats(_user, "groupBy=day"))).Read<StatsResponse>();

        Assert.Equal(timestamps.Select(timestamp => timestamp[..10]).Distinct().Order(), stats.ByDay!.Keys);
        foreach (var (day, totals) in stats.ByDay)
        {
            var page = (await _function.HandleAsync(QueryEvents.List(_user, $"from={day}&to={day}"))).Read<WorkoutPage>();
            Assert.Equal((totals.Workouts, totals.DurationMinutes), (page.Items.Count, page.Items.Sum(workout => workout.DurationMinutes)));
            Assert.All(page.Items, workout => Assert.StartsWith(day, workout.WorkoutTimestamp, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Keeps_every_digit_of_a_sum()
    {
        await _function.LogAsync(Runs.At(_user, "2026-05-01T07:00:00Z") with { DistanceKm = 0.1m });
        await _function.LogAsync(Runs.At(_user, "2026-05-01T07:00:00Z") with { DistanceKm = 0.2m });
        await _function.LogAsync(Runs.At(_user, "2026-05-01T07:00:00Z") with { DistanceKm = 999.000000000000000001m });

        var answer = await _function.HandleAsync(QueryEvents.Stats(_user));

        Assert.Equal("999.300000000000000001", JsonSerializer.Deserialize<JsonElement>(answer.Body).GetProperty("totalDistanceKm").GetRawText());
    }

    [Fact]
    public async Task Reads_a_percent_encoded_user()
    {
        var answer = await _function.HandleAsync(QueryEvents.Stats("us-east-1%3Aab%40c"));

        Assert.StartsWith("{\"userId\":\"us-east-1:ab@c\",", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_athlete_sees_its_own_data()
    {
        var answer = await _function.HandleAsync(QueryEvents.Stats(_user, cognitoIdentityId: _user));

        Assert.Equal(200, answer.StatusCode);
    }

    [Fact]
    public async Task An_athlete_learns_nothing_of_others_not_even_whether_they_exist()
    {
        await _function.LogAsync(Runs.At(_user, "2026-05-01T07:00:00Z"));

        var existing = await _function.HandleAsync(QueryEvents.Stats(_user, cognitoIdentityId: "athlete-2"));
        var missing = await _function.HandleAsync(QueryEvents.Stats(DynamoDbFixture.NewUser(), cognitoIdentityId: "athlete-2"));

        Assert.Equal(403, existing.StatusCode);
        Assert.Equal(existing.Body, missing.Body);
    }
}
