namespace WorkoutLog.Domain.Statistics;

/// <summary>The sums of the past months of one year, kept together so that a reader needs one row instead of twelve.</summary>
/// <param name="Through">The last month that is in, 1–12; all before it are in too.</param>
/// <param name="IsFirst">When it was sealed, the user had no workout before this year.</param>
/// <param name="Months">Those with a roll-up, in order.</param>
public sealed record SealedYear(int Year, int Through, bool IsFirst, IReadOnlyList<MonthRollup> Months)
{
    /// <summary>The latest month that a reader may seal, <c>yyyy-MM</c>.</summary>
    public static string LastMonth(DateTimeOffset now) => MonthOf(now, -3);

    /// <summary>Whether a reader may have sealed the month. A writer assumes it a month early, so that no two clocks disagree.</summary>
    public static bool MayHold(string month, DateTimeOffset now) => string.CompareOrdinal(month, MonthOf(now, -2)) <= 0;

    private static string MonthOf(DateTimeOffset now, int months) =>
        LocalCalendar.Month(LocalCalendar.Day(now.ToUniversalTime()).AddMonths(months));
}

/// <summary>Finds the months that have to be read one by one, because no seal covers them.</summary>
public static class SealedYears
{
    /// <param name="past">Months of which each may be sealed; <see cref="MonthRange.To"/> is set.</param>
    /// <param name="years">In order; null for a year that was written to since it was sealed.</param>
    /// <returns>From the first uncovered month to the last; null when the seals cover all.</returns>
    public static MonthRange? Uncovered(MonthRange past, IReadOnlyList<(int Year, SealedYear? Seal)> years)
    {
        var seals = years.Select(year => year.Seal).OfType<SealedYear>().ToDictionary(seal => seal.Year);
        // A write to an earlier year would have left a row.
        bool isBeginningKnown = years is [(_, { IsFirst: true }), ..];
        if (past.From is null && seals.Count == 0)
        {
            return past;
        }

        DateOnly last = LocalCalendar.FirstDay(past.To!);
        DateOnly first = past.From is { } from ? LocalCalendar.FirstDay(from) : new DateOnly(seals.Keys.Min(), 1, 1);
        if (isBeginningKnown && first.Year < years[0].Year)
        {
            first = new DateOnly(years[0].Year, 1, 1);
        }

        DateOnly? begin = null, end = null;
        for (DateOnly month = first; month <= last; month = month.AddMonths(1))
        {
            if (!(seals.TryGetValue(month.Year, out SealedYear? seal) && month.Month <= seal.Through))
            {
                begin ??= month;
                end = month;
            }
        }

        // Whether there is anything before the earliest seal is not known.
        if (past.From is null && !isBeginningKnown && first != DateOnly.MinValue)
        {
            return new MonthRange(null, LocalCalendar.Month(end ?? first.AddMonths(-1)));
        }

        return begin is { } uncovered && end is { } to ? new MonthRange(LocalCalendar.Month(uncovered), LocalCalendar.Month(to)) : null;
    }
}
