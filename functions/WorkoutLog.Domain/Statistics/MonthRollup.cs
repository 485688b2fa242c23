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
