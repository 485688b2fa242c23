using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkoutLog.Functions.Tests.Model;

/// <summary>The whole API over a list in memory, as plainly as it can be said.</summary>
public sealed class Model(IEnumerable<ModelWorkout> workouts, DateOnly today)
{
    /// <summary>Newest first; those of one moment in the order of their ids.</summary>
    public IReadOnlyList<ModelWorkout> Workouts { get; } = [.. workouts.OrderByDescending(workout => workout.Timestamp.UtcTicks)];

    public int Count => Workouts.Count;

    public decimal Minutes => Workouts.Sum(workout => workout.Content.Minutes);

    public decimal Calories => Workouts.Sum(workout => workout.Content.Calories ?? 0);

    public decimal Distance => Workouts.Sum(workout => workout.Content.Distance ?? 0);

    public Dictionary<string, (int Workouts, decimal Minutes)> By(string grouping) => Workouts
        .GroupBy(workout => KeyOf(workout, grouping), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (group.Count(), group.Sum(workout => workout.Content.Minutes)));

    public (int Current, int Longest) Streaks()
    {
        var days = Workouts.Select(workout => workout.Day).ToHashSet();

        int RunBefore(DateOnly day) => days.Contains(day) ? 1 + RunBefore(day.AddDays(-1)) : 0;
        return (LongestOf(days.Where(day => day >= today.AddDays(-1))), LongestOf(days));

        int LongestOf(IEnumerable<DateOnly> lastDays) => lastDays.Select(RunBefore).DefaultIfEmpty(0).Max();
    }

    private static string KeyOf(ModelWorkout workout, string grouping) => grouping switch
    {
        StatsGrouping.Type => workout.Content.Type,
        StatsGrouping.Month => workout.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        StatsGrouping.Day => workout.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => $"{ISOWeek.GetYear(workout.Day.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(workout.Day.ToDateTime(default)):00}",
    };
}

/// <summary>A workout as a client believes it to be.</summary>
public sealed record ModelWorkout(string WorkoutId, DateTimeOffset Timestamp, WorkoutContent Content)
{
    /// <summary>The day at the place of the workout.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Timestamp.DateTime);

    public static ModelWorkout Of(WorkoutResponse shown) => new(
        shown.WorkoutId,
        Workouts.Moment(shown.WorkoutTimestamp),
        new(shown.WorkoutType, shown.DurationMinutes, shown.CaloriesBurned, shown.DistanceKm));
}

/// <summary>What a client can say of a workout and change later.</summary>
public sealed record WorkoutContent(string Type, decimal Minutes, decimal? Calories, decimal? Distance)
{
    public JsonObject ToJson() => new()
    {
        ["workoutType"] = Type,
        ["durationMinutes"] = Minutes,
        ["caloriesBurned"] = Calories,
        ["distanceKm"] = Distance,
    };
}
