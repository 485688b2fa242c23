using System.Globalization;

namespace WorkoutLog.Domain;

/// <summary>Days and months as the user lived them: by the offset of the timestamp, not by UTC.</summary>
public static class LocalCalendar
{
    public static DateOnly Day(DateTimeOffset timestamp) => DateOnly.FromDateTime(timestamp.DateTime);

    /// <summary><c>yyyy-MM</c>.</summary>
    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
