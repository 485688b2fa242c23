using System.Globalization;

namespace WorkoutLog.Storage.Rollups;

/// <summary>Names of the attributes of a month's row.</summary>
/// <remarks>
/// All are flat numbers, because <c>ADD</c> creates a missing number but no missing map: one update serves the first
/// workout of a month and all others. They are short, because a row above 1 KB costs a further write unit each time.
/// A type begins with a letter in upper case, a day with a digit and the keys with one in lower case, so none can meet.
/// </remarks>
internal static class RollupAttributes
{
    public const char Separator = '.';

    public const string Count = "n";
    public const string Minutes = "m";
    public const string Calories = "c";
    public const string Distance = "d";

    /// <summary><c>RUN.m</c>.</summary>
    public static string OfType(string type, string measure) => $"{type}{Separator}{measure}";

    /// <summary><c>09m</c>.</summary>
    public static string OfDay(int dayOfMonth, string measure) => string.Create(CultureInfo.InvariantCulture, $"{dayOfMonth:00}{measure}");
}
