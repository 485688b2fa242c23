namespace WorkoutLog.Domain.Statistics;

/// <summary>Sums over some months of one user. Groups without workouts are omitted.</summary>
/// <param name="Unstated">Of all these workouts.</param>
/// <param name="ByType">By workout type; sorted.</param>
/// <param name="ByMonth">By month, <c>yyyy-MM</c>; sorted.</param>
/// <param name="ActiveDays">Local days with a workout; in order.</param>
public sealed record UserStatistics(
    Totals Total,
    Unstated Unstated,
    IReadOnlyDictionary<string, Totals> ByType,
    IReadOnlyDictionary<string, Totals> ByMonth,
    IEnumerable<DateOnly> ActiveDays)
{
    /// <param name="months">Each once, in any order.</param>
    public static UserStatistics Sum(IReadOnlyCollection<MonthRollup> months)
    {
        var total = default(Totals);
        var unstated = default(Unstated);
        var byType = new SortedDictionary<string, Totals>(StringComparer.Ordinal);
        var byMonth = new SortedDictionary<string, Totals>(StringComparer.Ordinal);
        foreach (MonthRollup month in months)
        {
            unstated += month.Unstated;
            foreach ((var type, Totals totals) in month.ByType)
            {
                total += totals;
                byType[type] = byType.GetValueOrDefault(type) + totals;
                byMonth[month.Month] = byMonth.GetValueOrDefault(month.Month) + totals;
            }
        }

        var activeDays = months.OrderBy(month => month.Month, StringComparer.Ordinal).SelectMany(month => month.ActiveDays.Of(month.Month));
        return new UserStatistics(total, unstated, byType, byMonth, activeDays);
    }

    /// <param name="today">The user's own.</param>
    public DayStreaks StreaksOn(DateOnly today) => DayStreaks.Of(ActiveDays, today);
}

/// <summary>Sums over single days and weeks.</summary>
public static class DailyStatistics
{
    /// <summary>By local day; in order.</summary>
    /// <param name="months">In order.</param>
    public static IEnumerable<KeyValuePair<DateOnly, Totals>> ByDay(IEnumerable<DailyRollup> months) => months.SelectMany(month => month.ByDay);

    /// <summary>By the Monday of the ISO week; in order. A week at the edge of the months includes only the days within them.</summary>
    /// <param name="months">In order.</param>
    public static IReadOnlyList<KeyValuePair<DateOnly, Totals>> ByWeek(IEnumerable<DailyRollup> months)
    {
        var byWeek = new List<KeyValuePair<DateOnly, Totals>>();
        foreach ((DateOnly day, Totals totals) in ByDay(months))
        {
            DateOnly monday = LocalCalendar.Monday(day);
            if (byWeek is [.., var last] && last.Key == monday)
            {
                byWeek[^1] = new(monday, last.Value + totals);
            }
            else
            {
                byWeek.Add(new(monday, totals));
            }
        }

        return byWeek;
    }
}

/// <summary>Runs of consecutive days with a workout.</summary>
/// <param name="Current">Days of the run that ends today, or yesterday, because today is not over yet.</param>
/// <param name="Longest">Days of the longest run.</param>
public readonly record struct DayStreaks(int Current, int Longest)
{
    /// <param name="days">Ascending, distinct. Days after today count only for the longest run.</param>
    /// <param name="today">The user's own.</param>
    public static DayStreaks Of(IEnumerable<DateOnly> days, DateOnly today)
    {
        (int run, int current, int longest) = (0, 0, 0);
        int? last = null;
        foreach (var day in days.Select(day => day.DayNumber))
        {
            run = last + 1 == day ? run + 1 : 1;
            longest = Math.Max(longest, run);
            current = day == today.DayNumber || day == today.DayNumber - 1 ? run : current;
            last = day;
        }

        return new DayStreaks(current, longest);
    }
}

/// <summary>Averages rounded for display.</summary>
public static class Average
{
    private const int Decimals = 2;

    /// <summary>The average, rounded half up to two decimals; 0 without workouts.</summary>
    /// <param name="sum">Not negative.</param>
    /// <param name="workouts">Workouts that state the value.</param>
    public static decimal Of(decimal sum, int workouts) =>
        workouts == 0 ? 0 : Math.Round(sum / workouts, Decimals, MidpointRounding.AwayFromZero);
}
