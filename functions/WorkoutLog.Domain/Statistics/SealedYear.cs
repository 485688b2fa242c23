namespace WorkoutLog.Domain.Statistics;

/// <summary>The sums of the past months of one year, in one row instead of twelve.</summary>
/// <param name="Through">The last included month, 1–12; all earlier ones are included.</param>
/// <param name="IsFirst">The user had no workout before this year when it was sealed.</param>
/// <param name="Months">Those with a roll-up, in order.</param>
public sealed record SealedYear(int Year, int Through, bool IsFirst, IReadOnlyList<MonthRollup> Months)
{
    /// <summary>The latest month that a reader may seal, <c>yyyy-MM</c>.</summary>
    public static string LastMonth(DateTimeOffset now) => MonthOf(now, -3);

    /// <summary>Whether a reader may have sealed the month. Writers assume it a month early, to tolerate clock differences.</summary>
    public static bool MayHold(string month, DateTimeOffset now) => string.CompareOrdinal(month, MonthOf(now, -2)) <= 0;

    private static string MonthOf(DateTimeOffset now, int months) =>
        LocalCalendar.Month(LocalCalendar.Day(now.ToUniversalTime()).AddMonths(months));
}

/// <summary>Finds the months that no seal covers, which are read one by one.</summary>
public static class SealedYears
{
    /// <param name="past">Sealable months; <see cref="MonthRange.To"/> is set.</param>
    /// <param name="years">In order; null for a year that was written to after it was sealed.</param>
    /// <returns>From the first uncovered month to the last; null when the seals cover all.</returns>
    public static MonthRange? Uncovered(MonthRange past, IReadOnlyList<(int Year, SealedYear? Seal)> years)
    {
        var seals = years.Select(year => year.Seal).OfType<SealedYear>().ToDictionary(seal => seal.Year);
        // A write to an earlier year would have created a row.
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

        // It is unknown whether there are months before the earliest seal.
        if (past.From is null && !isBeginningKnown && first != DateOnly.MinValue)
        {
            return new MonthRange(null, LocalCalendar.Month(end ?? first.AddMonths(-1)));
        }

        return begin is { } uncovered && end is { } to ? new MonthRange(LocalCalendar.Month(uncovered), LocalCalendar.Month(to)) : null;
    }
}
