using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkoutLog.Functions.Tests.Model;

/// <summary>A reference model of the API: a list in memory.</summary>
public sealed class Model(IEnumerable<ModelWorkout> workouts, DateTimeOffset now)
{
    /// <summary>Newest first; equal timestamps in the order of their ids.</summary>
    public IReadOnlyList<ModelWorkout> Workouts { get; } = [.. workouts.OrderByDescending(workout => workout.Timestamp.UtcTicks)];

    public ModelSums Sums => ModelSums.Of(Workouts);

    /// <summary>Over the workouts that state the value.</summary>
    public decimal AverageOf(Func<WorkoutContent, decimal?> value)
    {
        var stated = Workouts.Select(workout => value(workout.Content)).OfType<decimal>().ToList();
        return stated.Count == 0 ? 0 : Math.Round(stated.Sum() / stated.Count, 2, MidpointRounding.AwayFromZero);
    }

    public Dictionary<string, ModelSums> By(string grouping) => Workouts
        .GroupBy(workout => KeyOf(workout, grouping), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, ModelSums.Of);

    /// <summary>Today at the latest workout's offset; null if several latest workouts have different offsets.</summary>
    public (int Current, int Longest)? Streaks()
    {
        var offsets = Workouts.TakeWhile(workout => workout.Timestamp == Workouts[0].Timestamp).Select(workout => workout.Timestamp.Offset).Distinct().ToList();
        if (offsets.Count > 1)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(now.ToOffset(offsets.SingleOrDefault()).DateTime);
        var days = Workouts.Select(workout => workout.Day).ToHashSet();
        return (RunUpTo(days.Contains(today) ? today : today.AddDays(-1)), days.Select(RunUpTo).DefaultIfEmpty(0).Max());

        int RunUpTo(DateOnly day) => days.Contains(day) ? 1 + RunUpTo(day.AddDays(-1)) : 0;
    }

    private static string KeyOf(ModelWorkout workout, string grouping) => grouping switch
    {
        StatsGrouping.Type => workout.Content.Type,
        StatsGrouping.Month => workout.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        StatsGrouping.Day => workout.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => $"{ISOWeek.GetYear(workout.Day.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(workout.Day.ToDateTime(default)):00}",
    };
}

/// <summary>The sums of every grouping.</summary>
public sealed record ModelSums(int Workouts, decimal Minutes, decimal Calories, decimal Distance)
{
    public static ModelSums Of(IEnumerable<ModelWorkout> workouts) => new(
        workouts.Count(),
        workouts.Sum(workout => workout.Content.Minutes),
        workouts.Sum(workout => workout.Content.Calories ?? 0),
        workouts.Sum(workout => workout.Content.Distance ?? 0));
}

/// <summary>A workout as the client expects it.</summary>
public sealed record ModelWorkout(string WorkoutId, DateTimeOffset Timestamp, WorkoutContent Content)
{
    /// <summary>The workout's local day.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Timestamp.DateTime);

    public static ModelWorkout Of(WorkoutResponse shown) => new(
        shown.WorkoutId,
        Workouts.Moment(shown.WorkoutTimestamp),
        new(shown.WorkoutType, shown.DurationMinutes, shown.CaloriesBurned, shown.DistanceKm));
}

/// <summary>The editable fields of a workout.</summary>
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
