using System.Globalization;

namespace WorkoutLog.Domain;

/// <summary>Days, weeks and months in the user's local time: by the offset of the timestamp, not by UTC.</summary>
public static class LocalCalendar
{
    private const string DayPattern = "yyyy-MM-dd";
    private const string MonthPattern = "yyyy-MM";

    public static DateOnly Day(DateTimeOffset timestamp) => DateOnly.FromDateTime(timestamp.DateTime);

    /// <summary><c>yyyy-MM</c>.</summary>
    public static string Month(DateOnly day) => day.ToString(MonthPattern, CultureInfo.InvariantCulture);

    /// <param name="month"><c>yyyy-MM</c>.</param>
    public static DateOnly FirstDay(string month) => DateOnly.ParseExact(month, MonthPattern, CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 week, <c>2026-W01</c>: days around New Year belong to the year with most of their week.</summary>
    public static string Week(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}");
    }

    /// <summary>The first day of the ISO week.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The last day of the ISO week; the calendar ends on a Friday, with the year 9999.</summary>
    public static DateOnly Sunday(DateOnly monday) =>
        DateOnly.FromDayNumber(Math.Min(monday.DayNumber + 6, DateOnly.MaxValue.DayNumber));

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public static string Format(DateOnly day) => day.ToString(DayPattern, CultureInfo.InvariantCulture);

    /// <summary>Whether the text is <c>yyyy-MM</c>.</summary>
    public static bool IsMonth(string text) =>
        DateOnly.TryParseExact(text, MonthPattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
