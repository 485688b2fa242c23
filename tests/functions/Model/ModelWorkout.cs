using WorkoutLog.Contracts;

namespace WorkoutLog.Functions.Tests.Model;

/// <summary>A workout as a client believes it to be.</summary>
public sealed record ModelWorkout(string WorkoutId, DateTimeOffset Timestamp, WorkoutContent Content)
{
    /// <summary>The day at the place of the workout.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Timestamp.DateTime);

    public static ModelWorkout Of(WorkoutResponse shown) => new(
        shown.WorkoutId,
        DateTimeOffset.Parse(shown.WorkoutTimestamp, System.Globalization.CultureInfo.InvariantCulture),
        new(shown.WorkoutType, shown.DurationMinutes, shown.CaloriesBurned, shown.DistanceKm));
}
