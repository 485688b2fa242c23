using System.Text.Json;
using System.Text.Json.Nodes;

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
            + "\"averageDurationMinutes\":30.33,\"averageCaloriesBurned\":300.5,\"averageDistanceKm\":5.5,\"streaks\":{\"current\":0,\"longest\":1},"
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

    /// <remarks><c>StatsReaderTests</c> tests all ranges.</remarks>
    [Fact]
    public async Task Counts_only_the_requested_months_and_returns_them()
    {
        foreach (var month in (int[])[3, 4, 5, 6])
        {
            await dynamoDb.LogAsync(Workouts.At(_user, $"2026-0{month}-01T07:00:00Z"));
        }

        var stats = (await _api.HandleAsync(Events.Stats(_user, "from=2026-04&to=2026-05"))).Read<StatsResponse>();

        Assert.Equal((2, "2026-04", "2026-05", "2026-04 2026-05"), (stats.TotalWorkouts, stats.From, stats.To, string.Join(' ', stats.ByMonth!.Keys)));
    }

    [Fact]
    public async Task Averages_are_over_the_workouts_that_state_the_value()
    {
        var run = await dynamoDb.LogAsync(Workouts.Of(_user) with { CaloriesBurned = 300, DistanceKm = 0 });
        var yoga = await dynamoDb.LogAsync(Workouts.Of(_user) with { Type = "YOGA" });
        Assert.Equal((300, 300, 0), await AveragesAsync());

        await ReplaceAsync(yoga, workout => workout with { CaloriesBurned = 100, DistanceKm = 5 });
        Assert.Equal((400, 200, 2.5m), await AveragesAsync());

        await dynamoDb.DeleteAsync(yoga);
        await ReplaceAsync(run, workout => workout with { CaloriesBurned = null });
        Assert.Equal((0, 0, 0), await AveragesAsync());

        async Task<(decimal, decimal, decimal)> AveragesAsync()
        {
            var stats = (await _api.HandleAsync(Events.Stats(_user))).Read<StatsResponse>();
            return (stats.TotalCaloriesBurned, stats.AverageCaloriesBurned, stats.AverageDistanceKm);
        }

        Task ReplaceAsync(StoredWorkout stored, Func<Workout, Workout> edit) =>
            dynamoDb.Editing.ReplaceAsync(_user, stored.Id, edit, VersionCondition.Any, DynamoDbFixture.Soon());
    }

    [Theory]
    [InlineData("type", "byType: CYCLING 1 45 200 20 45, RUN 3 90 300 5 30")]
    [InlineData("month", "byMonth: 2025-12 2 75 500 20 37.5, 2026-01 2 60 0 5 30")]
    [InlineData("week", "byWeek: 2025-W52 1 30 300 0 30 True, 2026-W01 3 105 200 25 35 True")]
    [InlineData("day", "byDay: 2025-12-28 1 30 300 0 30, 2025-12-29 1 45 200 20 45, 2026-01-01 2 60 0 5 30")]
    [InlineData("week&from=2025-12&to=2025-12", "byWeek: 2025-W52 1 30 300 0 30 True, 2026-W01 1 45 200 20 45 False")]
    [InlineData("week&from=2026-01", "byWeek: 2026-W01 2 60 0 5 30 False")]
    [InlineData("week&to=2026-01", "byWeek: 2025-W52 1 30 300 0 30 True, 2026-W01 3 105 200 25 35 True")]
    public async Task Returns_only_the_requested_grouping_with_the_same_measures(string groupBy, string expected)
    {
        await dynamoDb.LogAsync(Workouts.At(_user, "2025-12-28T23:30:00-05:00") with { CaloriesBurned = 300 });
        await dynamoDb.LogAsync(Workouts.At(_user, "2025-12-29T00:30:00+14:00") with { Type = "CYCLING", DurationMinutes = 45, CaloriesBurned = 200, DistanceKm = 20 });
        await dynamoDb.LogAsync(Workouts.At(_user, "2026-01-01T07:00:00Z") with { DistanceKm = 5 });
        await dynamoDb.LogAsync(Workouts.At(_user, "2026-01-01T08:00:00Z"));

        var stats = JsonNode.Parse((await _api.HandleAsync(Events.Stats(_user, $"groupBy={groupBy}"))).Body)!.AsObject();

        var (name, groups) = Assert.Single(stats, member => member.Key.StartsWith("by", StringComparison.Ordinal));
        Assert.Equal(expected, $"{name}: {string.Join(", ", groups!.AsObject().Select(group => $"{group.Key} {Show(group.Value.Deserialize<WorkoutTotals>(JsonSerializerOptions.Web)!)}"))}");

        static string Show(WorkoutTotals totals) =>
            $"{totals.Workouts} {totals.DurationMinutes} {totals.CaloriesBurned} {totals.DistanceKm} {totals.AverageDurationMinutes} {totals.Complete}".TrimEnd();
    }

    [Theory]
    [InlineData("2026-05-09T23:00:00+02:00", "2026-05-10T21:59:59Z", 1)]
    [InlineData("2026-05-09T23:00:00+02:00", "2026-05-10T22:00:00Z", 0)]
    [InlineData("2026-05-08T12:00:00-10:00", "2026-05-10T09:59:59Z", 1)]
    [InlineData("2026-05-08T12:00:00-10:00", "2026-05-10T10:00:00Z", 0)]
    [InlineData("2026-05-10T12:00:00+14:00", "2026-05-09T22:00:00Z", 1)]
    // The clocks go forward on 2026-03-29; the last day is spent far away.
    [InlineData("2026-03-28T23:30:00+01:00 2026-03-29T00:30:00+01:00 2026-03-30T23:45:00+02:00 2026-03-31T00:15:00-09:00", "2026-03-31T21:00:00Z", 4)]
    // A workout 23.5 hours ahead is tomorrow.
    [InlineData("2026-05-10T06:30:00Z", "2026-05-09T07:00:00Z", 0)]
    [InlineData("2026-05-08T06:30:00Z 2026-05-09T06:30:00Z 2026-05-10T06:30:00Z", "2026-05-09T07:00:00Z", 2)]
    public async Task A_streak_goes_up_to_today_or_yesterday_where_the_latest_workout_was(string timestamps, string now, int current)
    {
        foreach (var timestamp in timestamps.Split(' ').Reverse())
        {
            await dynamoDb.LogAsync(Workouts.At(_user, timestamp));
        }

        Assert.Equal(current, (await StreaksAsync(now)).Current);
    }

    [Theory]
    [InlineData("2026-05-07", 0)]
    [InlineData("2026-05-08", 1)]
    [InlineData("2026-05-10", 3)]
    [InlineData("2026-05-11", 3)]
    [InlineData("2026-05-12", 0)]
    public async Task A_client_may_set_its_current_date(string asOf, int current)
    {
        foreach (var day in (string[])["2026-05-08", "2026-05-09", "2026-05-10"])
        {
            await dynamoDb.LogAsync(Workouts.At(_user, $"{day}T12:00:00-12:00"));
        }

        Assert.Equal((current, 3), await StreaksAsync("2026-05-20T00:00:00Z", asOf));
    }

    [Fact]
    public async Task Old_workouts_at_another_offset_do_not_affect_the_streak()
    {
        const string Now = "2026-05-09T11:00:00Z";
        for (int day = 4; day <= 8; day++)
        {
            await dynamoDb.LogAsync(Workouts.At(_user, $"2026-05-{day:00}T07:00:00-12:00"));
        }

        Assert.Equal((5, 5), await StreaksAsync(Now));
        var imported = await dynamoDb.LogAsync(Workouts.At(_user, "2026-04-18T07:00:00+14:00"));
        Assert.Equal((5, 5), await StreaksAsync(Now));
        await dynamoDb.Editing.ReplaceAsync(_user, imported.Id, workout => workout with { Notes = "corrected" }, VersionCondition.Any, DynamoDbFixture.Soon());
        Assert.Equal((5, 5), await StreaksAsync(Now));
        await dynamoDb.DeleteAsync(imported);
        Assert.Equal((5, 5), await StreaksAsync(Now));
    }

    /// <summary>Workouts logged, edited or deleted before the current streak and not adjacent to it.</summary>
    [Fact]
    public void No_older_workout_changes_the_streak() => Prop.ForAll(OlderWorkouts().ToArbitrary(), Gen.Choose(-48, 56).ToArbitrary(), (older, quarters) =>
    {
        const string Now = "2026-05-09T11:00:00Z";
        string user = DynamoDbFixture.NewUser();

        async Task HoldsAsync()
        {
            foreach (int days in (int[])[2, 1])
            {
                await dynamoDb.LogAsync(Workouts.Of(user) with { Timestamp = Workouts.Moment(Now).ToOffset(TimeSpan.FromMinutes(15 * quarters)).AddDays(-days) });
            }

            Assert.Equal(2, (await StreaksAsync(Now, user: user)).Current);
            foreach (var workout in older)
            {
                var stored = await dynamoDb.LogAsync(workout with { UserId = user });
                Assert.Equal(2, (await StreaksAsync(Now, user: user)).Current);
                await dynamoDb.Editing.ReplaceAsync(user, stored.Id, found => found with { DurationMinutes = 1 }, VersionCondition.Any, DynamoDbFixture.Soon());
                Assert.Equal(2, (await StreaksAsync(Now, user: user)).Current);
                if (workout.DurationMinutes > 700)
                {
                    await dynamoDb.DeleteAsync(stored);
                    Assert.Equal(2, (await StreaksAsync(Now, user: user)).Current);
                }
            }
        }

        HoldsAsync().GetAwaiter().GetResult();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

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

    private async Task<(int Current, int Longest)> StreaksAsync(string now, string? asOf = null, string? user = null)
    {
        var answer = await new TestApi(dynamoDb.Client, now: now).HandleAsync(Events.Stats(user ?? _user, asOf is null ? "" : $"asOf={asOf}"));
        var streaks = answer.Read<StatsResponse>().Streaks;
        return (streaks.Current, streaks.Longest);
    }

    // Up to six days before 2026-05-09, at least two days away at every offset.
    private static Gen<Workout[]> OlderWorkouts() =>
        from count in Gen.Choose(0, 4)
        from workouts in Workouts.One().ListOf(count)
        from hours in Gen.Choose(0, 60 * 24).ListOf(count)
        select workouts.Zip(hours, (workout, hour) => workout with { Timestamp = Workouts.Moment("2026-05-04T00:00:00Z").AddHours(-hour).ToOffset(workout.Timestamp.Offset) }).ToArray();
}
