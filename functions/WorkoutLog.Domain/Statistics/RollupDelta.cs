namespace WorkoutLog.Domain.Statistics;

/// <summary>What one workout adds to the roll-up of its local month.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="DayOfMonth">1–31.</param>
/// <param name="Type">The workout's type.</param>
public sealed record RollupDelta(string UserId, string Month, int DayOfMonth, string Type, Totals Totals)
{
    public static RollupDelta Of(Workout workout)
    {
        DateOnly day = LocalCalendar.Day(workout.Timestamp);
        var totals = new Totals(1, workout.DurationMinutes, workout.CaloriesBurned ?? 0, workout.DistanceKm ?? 0);
        return new RollupDelta(workout.UserId, LocalCalendar.Month(day), day.Day, workout.Type, totals);
    }
}
