namespace WorkoutLog.Domain.Statistics;

/// <summary>Runs of days with a workout on each.</summary>
/// <param name="Current">Days of the run that reaches to today, or to yesterday: today is not over yet.</param>
/// <param name="Longest">Days of the longest run.</param>
public readonly record struct DayStreaks(int Current, int Longest)
{
    /// <param name="days">
    /// Ascending, each once. Clocks and calendars differ by a day, so a run is current too when it ends ahead of today.
    /// </param>
    /// <param name="today">The user's own.</param>
    public static DayStreaks Of(IEnumerable<DateOnly> days, DateOnly today)
    {
        (int run, int current, int longest) = (0, 0, 0);
        int? last = null;
        foreach (var day in days.Select(day => day.DayNumber))
        {
            run = last + 1 == day ? run + 1 : 1;
            longest = Math.Max(longest, run);
            current = day >= today.DayNumber - 1 ? Math.Max(current, run) : 0;
            last = day;
        }

        return new DayStreaks(current, longest);
    }
}
