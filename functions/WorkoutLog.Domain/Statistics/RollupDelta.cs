namespace WorkoutLog.Domain.Statistics;

/// <summary>What one write of a workout adds to the roll-up of its local month; it takes away by adding what is negative.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="DayOfMonth">1–31.</param>
/// <param name="ByType">By workout type; an edit that changes the type has two.</param>
/// <param name="UtcOffset">Where the user was.</param>
public sealed record RollupDelta(string UserId, string Month, int DayOfMonth, IReadOnlyDictionary<string, Totals> ByType, TimeSpan UtcOffset)
{
    public static RollupDelta OfCreated(Workout workout) => Of(workout, new() { [workout.Type] = Totals.Of(workout) });

    public static RollupDelta OfDeleted(Workout workout) => Of(workout, new() { [workout.Type] = -Totals.Of(workout) });

    /// <param name="before">Of the same user and moment as <paramref name="after"/>: neither can be edited.</param>
    public static RollupDelta OfReplaced(Workout before, Workout after)
    {
        var byType = new Dictionary<string, Totals> { [before.Type] = -Totals.Of(before) };
        byType[after.Type] = byType.GetValueOrDefault(after.Type) + Totals.Of(after);
        return Of(after, byType);
    }

    private static RollupDelta Of(Workout workout, Dictionary<string, Totals> byType)
    {
        DateOnly day = LocalCalendar.Day(workout.Timestamp);
        return new RollupDelta(workout.UserId, LocalCalendar.Month(day), day.Day, byType, workout.Timestamp.Offset);
    }
}
