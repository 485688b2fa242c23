namespace WorkoutLog.Domain.Statistics;

/// <summary>The sums of one user over one local month.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="ByType">By workout type, also of types that are no longer supported.</param>
public sealed record MonthRollup(string Month, IReadOnlyDictionary<string, Totals> ByType);
