namespace WorkoutLog.Domain.Statistics;

/// <summary>All-time sums of one user.</summary>
/// <param name="ByType">By workout type; sorted.</param>
/// <param name="ByMonth">By month, <c>yyyy-MM</c>; sorted.</param>
public sealed record UserStatistics(
    Totals Total,
    IReadOnlyDictionary<string, Totals> ByType,
    IReadOnlyDictionary<string, Totals> ByMonth)
{
    /// <summary>Minutes a workout, rounded half up to two decimals; 0 without workouts.</summary>
    public decimal AverageDurationMinutes => Total.Workouts == 0
        ? 0
        : Math.Round(Total.DurationMinutes / Total.Workouts, 2, MidpointRounding.AwayFromZero);

    public static UserStatistics Sum(IEnumerable<MonthRollup> months)
    {
        var total = default(Totals);
        var byType = new SortedDictionary<string, Totals>(StringComparer.Ordinal);
        var byMonth = new SortedDictionary<string, Totals>(StringComparer.Ordinal);
        foreach (MonthRollup month in months)
        {
            foreach ((var type, Totals totals) in month.ByType)
            {
                total += totals;
                byType[type] = byType.GetValueOrDefault(type) + totals;
                byMonth[month.Month] = byMonth.GetValueOrDefault(month.Month) + totals;
            }
        }

        return new UserStatistics(total, byType, byMonth);
    }
}
