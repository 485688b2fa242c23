namespace WorkoutLog.Domain.Statistics;

/// <summary>Months from one to another, both in; open where null.</summary>
/// <param name="From"><c>yyyy-MM</c>.</param>
/// <param name="To"><c>yyyy-MM</c>.</param>
public sealed record MonthRange(string? From, string? To)
{
    public static MonthRange All { get; } = new(null, null);
}
