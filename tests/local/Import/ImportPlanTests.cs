using WorkoutLog.Local.Import;

namespace WorkoutLog.Local.Tests.Import;

/// <summary>Which rows are logged.</summary>
public sealed class ImportPlanTests
{
    private static readonly SourceWorkout _run = new()
    {
        ExternalId = "strava:1",
        Types = ["Run"],
        Start = new DateTimeOffset(2024, 1, 5, 7, 30, 12, TimeSpan.FromHours(1)),
        DurationSeconds = 1000,
    };

    [Fact]
    public void Workouts_come_oldest_first_in_units_of_the_API()
    {
        var plan = Plan(_run with { DistanceKm = 5.02049m, Calories = 0, Notes = new string('x', 1_001) }, _run with { ExternalId = "strava:2", Start = _run.Start.AddDays(-1), DistanceKm = 0 });

        Assert.Empty(plan.Skipped);
        Assert.Equal(["strava:2", "strava:1"], plan.Workouts.Select(workout => workout.Workout.ExternalId));
        // Devices write 0 for a value that they did not measure.
        Assert.Equal((16.667m, null, null), (plan.Workouts[0].Workout.DurationMinutes, plan.Workouts[0].Workout.DistanceKm, plan.Workouts[0].Workout.CaloriesBurned));
        Assert.Equal((5.02m, null, 1_000), (plan.Workouts[1].Workout.DistanceKm, plan.Workouts[1].Workout.CaloriesBurned, plan.Workouts[1].Workout.Notes!.Length));
    }

    [Fact]
    public void Invalid_workouts_are_skipped_with_all_errors()
    {
        var plan = Plan(_run with { DurationSeconds = 90_000, Calories = -1 }, _run with { ExternalId = "strava:2", DurationSeconds = 0 }, _run with { ExternalId = "strava:3", Start = _run.Start.AddYears(40) });

        Assert.Empty(plan.Workouts);
        Assert.Contains("1,440 minutes; got 1500. caloriesBurned must be", plan.Skipped[0].Reason, StringComparison.Ordinal);
        Assert.Contains("durationMinutes must be above 0", plan.Skipped[1].Reason, StringComparison.Ordinal);
        Assert.Contains("workoutTimestamp must be", plan.Skipped[2].Reason, StringComparison.Ordinal);
        Assert.Equal(["a.csv, line 1", "a.csv, line 2", "a.csv, line 3"], plan.Skipped.Select(row => row.Place.ToString()));
    }

    [Fact]
    public void A_duplicate_is_skipped_with_the_place_of_the_first()
    {
        var plan = Plan(_run, _run with { DurationSeconds = 5 });

        Assert.Equal(16.667m, Assert.Single(plan.Workouts).Workout.DurationMinutes);
        Assert.Equal("it is the same workout as a.csv, line 1 (strava:1)", Assert.Single(plan.Skipped).Reason);
    }

    private static ImportPlan Plan(params SourceWorkout[] workouts) =>
        Imports.Plan(workouts.Select((workout, place) => new SourceRow.Read(new Place("a.csv", $"line {place + 1}"), workout)));
}
