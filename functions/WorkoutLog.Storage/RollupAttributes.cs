using System.Globalization;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Storage;

/// <summary>Names of the attributes of a month's row.</summary>
/// <remarks>
/// All are flat numbers, because <c>ADD</c> creates a missing number but no missing map: one update serves the first
/// workout of a month and all others. They are short, because a row above 1 KB costs a further write unit each time.
/// A type begins with a letter in upper case, a day with a digit and all others with one in lower case, so none can meet.
/// </remarks>
internal static class RollupAttributes
{
    public const char Count = 'n';
    public const char Minutes = 'm';
    public const char Calories = 'c';
    public const char Distance = 'd';

    /// <summary>Counts the writes of the row: one that did not see the last of them can be told.</summary>
    public const string Writes = "v";

    /// <summary>Where the user was at the last write, in minutes east of UTC.</summary>
    public const string UtcOffset = "o";

    private const char Separator = '.';
    private const int DayDigits = 2;
    private const int LastDay = 31;

    /// <summary><c>RUN.m</c>.</summary>
    public static string OfType(string type, char measure) => $"{type}{Separator}{measure}";

    /// <summary><c>09m</c>.</summary>
    public static string OfDay(int dayOfMonth, char measure) => string.Create(CultureInfo.InvariantCulture, $"{dayOfMonth:00}{measure}");

    /// <param name="type">A part of the attribute's name; a row has dozens, so none is copied.</param>
    public static bool TryReadType(ReadOnlySpan<char> attribute, out ReadOnlySpan<char> type, out char measure)
    {
        bool isOfType = attribute.Length > 2 && attribute[^2] == Separator;
        type = isOfType ? attribute[..^2] : default;
        measure = isOfType ? attribute[^1] : default;
        return measure is Count or Minutes or Calories or Distance;
    }

    /// <param name="dayOfMonth">From 1 to 31.</param>
    public static bool TryReadDay(ReadOnlySpan<char> attribute, out int dayOfMonth, out char measure)
    {
        dayOfMonth = 0;
        measure = attribute.Length == DayDigits + 1 ? attribute[DayDigits] : default;
        return measure is Count or Minutes
            && int.TryParse(attribute[..DayDigits], NumberStyles.None, CultureInfo.InvariantCulture, out dayOfMonth)
            && dayOfMonth is >= 1 and <= LastDay;
    }

    /// <summary>Whether the attribute is a sum over workouts; others, and those of later releases, are not.</summary>
    public static bool IsSum(string attribute) => TryReadType(attribute, out _, out _) || TryReadDay(attribute, out _, out _);
}

/// <summary>What deltas add to the attributes of their month's row.</summary>
internal static class RollupAdditions
{
    /// <summary>Each attribute once; without zeros, which would only make the row longer.</summary>
    /// <param name="deltas">Of one month.</param>
    public static IEnumerable<(string Attribute, decimal Amount)> Of(params IEnumerable<RollupDelta> deltas) => deltas
        .SelectMany(All)
        .GroupBy(addition => addition.Attribute, (attribute, additions) => (Attribute: attribute, Amount: additions.Sum(addition => addition.Amount)))
        .Where(addition => addition.Amount != 0);

    private static IEnumerable<(string Attribute, decimal Amount)> All(RollupDelta delta)
    {
        Totals day = default;
        foreach ((string type, Totals totals) in delta.ByType)
        {
            yield return (RollupAttributes.OfType(type, RollupAttributes.Count), totals.Workouts);
            yield return (RollupAttributes.OfType(type, RollupAttributes.Minutes), totals.DurationMinutes);
            yield return (RollupAttributes.OfType(type, RollupAttributes.Calories), totals.CaloriesBurned);
            yield return (RollupAttributes.OfType(type, RollupAttributes.Distance), totals.DistanceKm);
            day += totals;
        }

        yield return (RollupAttributes.OfDay(delta.DayOfMonth, RollupAttributes.Count), day.Workouts);
        yield return (RollupAttributes.OfDay(delta.DayOfMonth, RollupAttributes.Minutes), day.DurationMinutes);
    }
}
