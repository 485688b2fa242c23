namespace WorkoutLog.Domain.Statistics;

/// <summary>The sums of one user over one local month.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="ByType">By workout type, including retired types; only types with workouts.</param>
/// <param name="ActiveDays">Days with a workout.</param>
public sealed record MonthRollup(string Month, IReadOnlyDictionary<string, Totals> ByType, ActiveDays ActiveDays, Unstated Unstated);

/// <summary>A month with the sums of its days.</summary>
/// <param name="ByDay">By local day, in order; only days with workouts.</param>
public sealed record DailyRollup(MonthRollup Month, IReadOnlyList<KeyValuePair<DateOnly, Totals>> ByDay);

/// <summary>Days of one month.</summary>
/// <param name="Bits">Bit 0 is the first day.</param>
public readonly record struct ActiveDays(int Bits)
{
    /// <param name="dayOfMonth">1–31.</param>
    public ActiveDays With(int dayOfMonth) => new(Bits | (1 << (dayOfMonth - 1)));

    /// <summary>In order.</summary>
    /// <param name="month"><c>yyyy-MM</c>.</param>
    public IEnumerable<DateOnly> Of(string month)
    {
        DateOnly first = LocalCalendar.FirstDay(month);
        for (int day = 0, bits = Bits; bits != 0; day++, bits >>>= 1)
        {
            if ((bits & 1) != 0)
            {
                yield return first.AddDays(day);
            }
        }
    }
}

/// <summary>A range of months, inclusive; open where null.</summary>
/// <param name="From"><c>yyyy-MM</c>.</param>
/// <param name="To"><c>yyyy-MM</c>.</param>
public sealed record MonthRange(string? From, string? To)
{
    public static MonthRange All { get; } = new(null, null);

    /// <summary>Whether the ends are in the wrong order.</summary>
    public bool IsEmpty => From is not null && To is not null && string.CompareOrdinal(From, To) > 0;

    public bool Contains(string month) =>
        (From is null || string.CompareOrdinal(From, month) <= 0) && (To is null || string.CompareOrdinal(month, To) <= 0);

    /// <summary>Whether the range of days, inclusive, is within the months.</summary>
    public bool Contains(DateOnly first, DateOnly last) => Contains(LocalCalendar.Month(first)) && Contains(LocalCalendar.Month(last));
}

/// <summary>A workout's contribution to the roll-up of its local month; negative for a removal.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="DayOfMonth">1–31.</param>
/// <param name="Type">Of the workout.</param>
public sealed record RollupDelta(string UserId, string Month, int DayOfMonth, string Type, Totals Totals, Unstated Unstated)
{
    public static RollupDelta OfCreated(Workout workout) => Of(workout, Totals.Of(workout), Unstated.Of(workout));

    public static RollupDelta OfDeleted(Workout workout) => Of(workout, -Totals.Of(workout), -Unstated.Of(workout));

    private static RollupDelta Of(Workout workout, Totals totals, Unstated unstated)
    {
        DateOnly day = LocalCalendar.Day(workout.Timestamp);
        return new RollupDelta(workout.UserId, LocalCalendar.Month(day), day.Day, workout.Type, totals, unstated);
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

/// <summary>Numbers of workouts that do not state a value; averages exclude them. Negative in a difference.</summary>
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
