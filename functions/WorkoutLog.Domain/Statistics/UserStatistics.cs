namespace WorkoutLog.Domain.Statistics;

/// <summary>Sums over some months of one user. No group is without a workout.</summary>
/// <param name="ByType">By workout type; sorted.</param>
/// <param name="ByMonth">By month, <c>yyyy-MM</c>; sorted.</param>
/// <param name="ByDay">By local day; sorted.</param>
public sealed record UserStatistics(
    Totals Total,
    IReadOnlyDictionary<string, Totals> ByType,
    IReadOnlyDictionary<string, Totals> ByMonth,
    IReadOnlyDictionary<DateOnly, DayTotals> ByDay)
{
    /// <summary>By ISO week, <c>2026-W01</c>; sorted. A week at the edge of the months has the days that lie in them.</summary>
    public IReadOnlyDictionary<string, DayTotals> ByWeek
    {
        get
        {
            var byWeek = new SortedDictionary<string, DayTotals>(StringComparer.Ordinal);
            foreach ((DateOnly day, DayTotals totals) in ByDay)
            {
                var week = LocalCalendar.Week(day);
                byWeek[week] = byWeek.GetValueOrDefault(week) + totals;
            }

            return byWeek;
        }
    }

    /// <param name="months">Each once, in any order.</param>
    public static UserStatistics Sum(IEnumerable<MonthRollup> months)
    {
        var total = default(Totals);
        var byType = new SortedDictionary<string, Totals>(StringComparer.Ordinal);
        var byMonth = new SortedDictionary<string, Totals>(StringComparer.Ordinal);
        var byDay = new SortedDictionary<DateOnly, DayTotals>();
        foreach (MonthRollup month in months)
        {
            // What was logged and deleted again leaves zeros behind.
            foreach ((var type, Totals totals) in month.ByType.Where(group => group.Value.Workouts != 0))
            {
                total += totals;
                byType[type] = byType.GetValueOrDefault(type) + totals;
                byMonth[month.Month] = byMonth.GetValueOrDefault(month.Month) + totals;
            }

            foreach ((DateOnly day, DayTotals totals) in month.ByDay.Where(group => group.Value.Workouts != 0))
            {
                byDay[day] = totals;
            }
        }

        return new UserStatistics(total, byType, byMonth, byDay);
    }

    /// <param name="today">The user's own.</param>
    public DayStreaks StreaksOn(DateOnly today) => DayStreaks.Of(ByDay.Keys, today);
}
