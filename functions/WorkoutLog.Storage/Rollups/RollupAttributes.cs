using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WorkoutLog.Storage.Rollups;

/// <summary>Names of the attributes of a month's row.</summary>
/// <remarks>
/// All are flat numbers, because <c>ADD</c> creates a missing number but no missing map: one update serves the first
/// workout of a month and all others. They are short, because a row above 1 KB costs a further write unit each time.
/// A type begins with a letter in upper case, a day with a digit and all others with one in lower case, so none can meet.
/// </remarks>
internal static class RollupAttributes
{
    public const string Count = "n";
    public const string Minutes = "m";
    public const string Calories = "c";
    public const string Distance = "d";

    /// <summary>Counts the writes of the row: one that did not see the last of them can be told.</summary>
    public const string Writes = "v";

    /// <summary>Where the user was at the last write, in minutes east of UTC.</summary>
    public const string UtcOffset = "o";

    private const char Separator = '.';
    private const int DayDigits = 2;

    /// <summary><c>RUN.m</c>.</summary>
    public static string OfType(string type, string measure) => $"{type}{Separator}{measure}";

    /// <summary><c>09m</c>.</summary>
    public static string OfDay(int dayOfMonth, string measure) => string.Create(CultureInfo.InvariantCulture, $"{dayOfMonth:00}{measure}");

    public static bool TryReadType(string attribute, [NotNullWhen(true)] out string? type, out string measure)
    {
        int separator = attribute.LastIndexOf(Separator);
        type = separator > 0 ? attribute[..separator] : null;
        measure = attribute[(separator + 1)..];
        return type is not null && measure is Count or Minutes or Calories or Distance;
    }

    public static bool TryReadDay(string attribute, out int dayOfMonth, out string measure)
    {
        dayOfMonth = 0;
        measure = attribute.Length > DayDigits ? attribute[DayDigits..] : "";
        return measure is Count or Minutes
            && int.TryParse(attribute.AsSpan(0, DayDigits), NumberStyles.None, CultureInfo.InvariantCulture, out dayOfMonth);
    }

    /// <summary>Whether the attribute is a sum over workouts; others, and those of later releases, are not.</summary>
    public static bool IsSum(string attribute) => TryReadType(attribute, out _, out _) || TryReadDay(attribute, out _, out _);
}
