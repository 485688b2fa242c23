using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>GET /stats/{userId}</c>.</summary>
[Collection(SharedRun.Name)]
public sealed class StatsTests(UpFixture fixture)
{
    [Fact]
    public async Task Sums_all_workouts_by_type_and_by_month()
    {
        await LogThreeAsync("stats");

        var stats = await fixture.Api.StatsAsync("stats");

        AssertJson(
            """
            {"userId":"stats","totalWorkouts":3,"totalDurationMinutes":120.5,"totalCaloriesBurned":300,"totalDistanceKm":25.35,
             "averageDurationMinutes":40.17,"averageCaloriesBurned":100,"averageDistanceKm":8.45,"streaks":{"current":0,"longest":2},
             "byType":{"CYCLE":{"workouts":1,"durationMinutes":60,"caloriesBurned":0,"distanceKm":20.1,"averageDurationMinutes":60},
                       "RUN":{"workouts":2,"durationMinutes":60.5,"caloriesBurned":300,"distanceKm":5.25,"averageDurationMinutes":30.25}},
             "byMonth":{"2024-12":{"workouts":1,"durationMinutes":30.5,"caloriesBurned":300,"distanceKm":5.25,"averageDurationMinutes":30.5},
                        "2025-01":{"workouts":2,"durationMinutes":90,"caloriesBurned":0,"distanceKm":20.1,"averageDurationMinutes":45}}}
            """,
            stats);
    }

    [Theory]
    [InlineData("type", "byType", """["CYCLE:1","RUN:2"]""")]
    [InlineData("month", "byMonth", """["2024-12:1","2025-01:2"]""")]
    [InlineData("week", "byWeek", """["2025-W01:2","2025-W02:1"]""")]
    [InlineData("day", "byDay", """["2024-12-31:1","2025-01-01:1","2025-01-06:1"]""")]
    public async Task Groups_as_asked_by_the_athletes_own_calendar(string groupBy, string member, string expected)
    {
        var user = $"stats-{groupBy}";
        await LogThreeAsync(user);

        var stats = await fixture.Api.StatsAsync(user, ("groupBy", groupBy));

        Assert.Equal([member], stats.AsObject().Select(group => group.Key).Where(name => name.StartsWith("by", StringComparison.Ordinal)));
        Assert.Equal(
            JsonNode.Parse(expected)!.AsArray().Select(group => group!.GetValue<string>()),
            stats[member]!.AsObject().Select(group => $"{group.Key}:{group.Value!["workouts"]}"));
    }

    [Fact]
    public async Task Takes_in_the_months_that_are_asked_for()
    {
        await LogThreeAsync("stats-months");

        var december = await fixture.Api.StatsAsync("stats-months", ("from", "2024-12"), ("to", "2024-12"));
        var later = await fixture.Api.StatsAsync("stats-months", ("from", "2025-01"));

        Assert.Equal(("2024-12", "2024-12", 1), (Text(december["from"]), Text(december["to"]), december["totalWorkouts"]!.GetValue<int>()));
        Assert.Equal(("2025-01", null, 2), (Text(later["from"]), Text(later["to"]), later["totalWorkouts"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Counts_a_streak_up_to_today()
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var days in new[] { 0, 1, 2, 5, 6 })
        {
            await fixture.Api.LogAsync("streak", now.AddDays(-days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        var streaks = (await fixture.Api.StatsAsync("streak"))["streaks"]!;

        Assert.Equal((3, 3), (streaks["current"]!.GetValue<int>(), streaks["longest"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Answers_zeros_for_a_user_without_workouts() => AssertJson(
        """
        {"userId":"nobody","totalWorkouts":0,"totalDurationMinutes":0,"totalCaloriesBurned":0,"totalDistanceKm":0,
         "averageDurationMinutes":0,"averageCaloriesBurned":0,"averageDistanceKm":0,"streaks":{"current":0,"longest":0},"byType":{},"byMonth":{}}
        """,
        await fixture.Api.StatsAsync("nobody"));

    [Theory]
    [InlineData("groupBy", "year", "unsupported_value")]
    [InlineData("from", "2024-13", "malformed")]
    [InlineData("to", "2024-05-01", "malformed")]
    [InlineData("from", "", "required")]
    [InlineData("limit", "5", "unknown_parameter")]
    public async Task Names_a_parameter_that_it_does_not_take(string name, string value, string code) =>
        (await fixture.Api.GetAsync("/stats/stats", (name, value))).AssertProblem(ProblemKind.InvalidRequest, (name, code));

    [Fact]
    public async Task Names_months_that_stand_the_wrong_way_round_and_a_user_that_can_not_be()
    {
        (await fixture.Api.GetAsync("/stats/stats", ("from", "2024-06"), ("to", "2024-05"))).AssertProblem(ProblemKind.InvalidRequest, ("from", "out_of_range"));
        (await fixture.Api.GetAsync("/stats/st~ts", ("groupBy", "year")))
            .AssertProblem(ProblemKind.InvalidRequest, ("userId", "invalid_characters"), ("groupBy", "unsupported_value"));
    }

    private async Task LogThreeAsync(string user)
    {
        // In UTC it is the new year already.
        (await fixture.Api.PostAsync(
            "/workouts",
            $$"""{"userId":"{{user}}","workoutType":"RUN","durationMinutes":30.5,"caloriesBurned":300,"distanceKm":5.25,"workoutTimestamp":"2024-12-31T23:30:00-05:00"}"""))
            .AssertStatus(201);
        (await fixture.Api.PostAsync(
            "/workouts",
            $$"""{"userId":"{{user}}","workoutType":"CYCLE","durationMinutes":60,"distanceKm":20.1,"workoutTimestamp":"2025-01-01T08:00:00Z"}"""))
            .AssertStatus(201);
        await fixture.Api.LogAsync(user, "2025-01-06T08:00:00Z");
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static void AssertJson(string expected, JsonNode actual) => Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual.ToJsonString());
}
