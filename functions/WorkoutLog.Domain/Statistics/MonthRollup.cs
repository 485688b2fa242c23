namespace WorkoutLog.Domain.Statistics;

/// <summary>The sums of one user over one local month.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="ByType">By workout type, also of types that are no longer supported; none without a workout.</param>
/// <param name="ByDay">By local day, in order; none without a workout.</param>
public sealed record MonthRollup(
    string Month, IReadOnlyDictionary<string, Totals> ByType, IReadOnlyList<KeyValuePair<DateOnly, Totals>> ByDay, Unstated Unstated);

/// <summary>Months from one to another, both in; open where null.</summary>
/// <param name="From"><c>yyyy-MM</c>.</param>
/// <param name="To"><c>yyyy-MM</c>.</param>
public sealed record MonthRange(string? From, string? To)
{
    public static MonthRange All { get; } = new(null, null);

    /// <summary>Whether all days from one to another, both in, belong to the months.</summary>
    public bool Contains(DateOnly first, DateOnly last) =>
        (From is null || string.CompareOrdinal(From, LocalCalendar.Month(first)) <= 0)
        && (To is null || string.CompareOrdinal(LocalCalendar.Month(last), To) <= 0);
}

/// <summary>What one write of a workout adds to the roll-up of its local month; it takes away by adding what is negative.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="DayOfMonth">1–31.</param>
/// <param name="ByType">By workout type; an edit that changes the type has two.</param>
public sealed record RollupDelta(string UserId, string Month, int DayOfMonth, IReadOnlyDictionary<string, Totals> ByType, Unstated Unstated)
{
    public static RollupDelta OfCreated(Workout workout) =>
        Of(workout, new() { [workout.Type] = Totals.Of(workout) }, Unstated.Of(workout));

    public static RollupDelta OfDeleted(Workout workout) =>
        Of(workout, new() { [workout.Type] = -Totals.Of(workout) }, -Unstated.Of(workout));

    /// <param name="before">Of the same user and moment as <paramref name="after"/>: neither can be edited.</param>
    public static RollupDelta OfReplaced(Workout before, Workout after)
    {
        var byType = new Dictionary<string, Totals> { [before.Type] = -Totals.Of(before) };
        byType[after.Type] = byType.GetValueOrDefault(after.Type) + Totals.Of(after);
        return Of(after, byType, -Unstated.Of(before) + Unstated.Of(after));
    }

    private static RollupDelta Of(Workout workout, Dictionary<string, Totals> byType, Unstated unstated)
    {
        DateOnly day = LocalCalendar.Day(workout.Timestamp);
        return new RollupDelta(workout.UserId, LocalCalendar.Month(day), day.Day, byType, unstated);
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

/// <summary>How many workouts do not state a value; an average leaves them out. Negative in a difference.</summary>
/// <param name="Calories">Workouts without calories.</param>
/// <param name="Distance">Workouts without a distance.</param>
public readonly record struct Unstated(int Calories, int Distance)
{
    public static Unstated operator +(Unstated left, Unstated right) => left.Add(right);

    public static Unstated operator -(Unstated value) => value.Negate();

    public static Unstated Of(Workout workout) => new(workout.CaloriesBurned is null ? 1 : 0, workout.DistanceKm is null ? 1 : 0);

    public Unstated Add(Unstated other) => new(Calories + other.Calories, Distance + other.Distance);

    public Unstated Negate() => new(-Calories, -Distance);
}
