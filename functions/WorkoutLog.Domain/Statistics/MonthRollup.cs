namespace WorkoutLog.Domain.Statistics;

/// <summary>The sums of one user over one local month.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="ByType">By workout type, also of types that are no longer supported; none without a workout.</param>
/// <param name="ByDay">By local day; none without a workout.</param>
/// <param name="UtcOffset">Where the user was at the last write to this month.</param>
public sealed record MonthRollup(
    string Month,
    IReadOnlyDictionary<string, Totals> ByType,
    IReadOnlyDictionary<DateOnly, DayTotals> ByDay,
    TimeSpan UtcOffset);

/// <summary>Months from one to another, both in; open where null.</summary>
/// <param name="From"><c>yyyy-MM</c>.</param>
/// <param name="To"><c>yyyy-MM</c>.</param>
public sealed record MonthRange(string? From, string? To)
{
    public static MonthRange All { get; } = new(null, null);
}

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

/// <summary>Sums over a group of workouts; negative in a difference.</summary>
/// <param name="CaloriesBurned">Kilocalories.</param>
public readonly record struct Totals(int Workouts, decimal DurationMinutes, decimal CaloriesBurned, decimal DistanceKm)
{
    public static Totals operator +(Totals left, Totals right) => left.Add(right);

    public static Totals operator -(Totals value) => value.Negate();

    public static Totals Of(Workout workout) => new(1, workout.DurationMinutes, workout.CaloriesBurned ?? 0, workout.DistanceKm ?? 0);

    public Totals Add(Totals other) => new(
        Workouts + other.Workouts,
        DurationMinutes + other.DurationMinutes,
        CaloriesBurned + other.CaloriesBurned,
        DistanceKm + other.DistanceKm);

    public Totals Negate() => new(-Workouts, -DurationMinutes, -CaloriesBurned, -DistanceKm);
}

/// <summary>Sums over the workouts of some days; the roll-up keeps no more than this by day.</summary>
public readonly record struct DayTotals(int Workouts, decimal DurationMinutes)
{
    public static DayTotals operator +(DayTotals left, DayTotals right) => left.Add(right);

    public DayTotals Add(DayTotals other) => new(Workouts + other.Workouts, DurationMinutes + other.DurationMinutes);
}
