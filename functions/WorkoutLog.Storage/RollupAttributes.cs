using System.Globalization;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Storage;

/// <summary>Names of the attributes of a month's row.</summary>
/// <remarks>
/// All are flat numbers, because <c>ADD</c> creates a missing number but not a missing map: one update serves the first
/// workout of a month and all others. They are short, because a row above 1 KB costs one more write unit per write:
/// a month has 62 sums of calories and distances by day, so these have names of one character. Names of types end with a dot
/// and a measure, names of days start with two digits; all other names start with a lower-case letter.
/// </remarks>
internal static class RollupAttributes
{
    public const char Count = 'n';
    public const char Minutes = 'm';
    public const char Calories = 'c';
    public const char Distance = 'd';

    public const int LastDay = 31;

    /// <summary>Workouts without calories. Rows of earlier versions lack it; averages then count all their workouts, as before.</summary>
    public const string WithoutCalories = "c";

    /// <summary>Workouts without a distance.</summary>
    public const string WithoutDistance = "d";

    // Calories of day 1 are A and those of day 31 _; distances are ! to ?.
    private const char BeforeCalories = '@';
    private const char BeforeDistances = ' ';

    private const char Separator = '.';
    private const int DayDigits = 2;

    /// <summary><c>RUN.m</c>.</summary>
    public static string OfType(string type, char measure) => $"{type}{Separator}{measure}";

    /// <summary><c>09m</c>; <c>I</c> for the calories of that day.</summary>
    public static string OfDay(int dayOfMonth, char measure) => measure switch
    {
        Calories => ((char)(BeforeCalories + dayOfMonth)).ToString(),
        Distance => ((char)(BeforeDistances + dayOfMonth)).ToString(),
        _ => NameOfDay(dayOfMonth, measure),
    };

    /// <summary>The readable name of the attribute: <c>09c</c> for <c>I</c>.</summary>
    public static string Describe(string attribute) =>
        TryReadDay(attribute, out int dayOfMonth, out char measure) ? NameOfDay(dayOfMonth, measure) : attribute;

    /// <param name="type">A slice of the attribute's name; not copied, because a row has dozens.</param>
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
        if (attribute.Length == 1)
        {
            (dayOfMonth, measure) = attribute[0] > BeforeCalories ? (attribute[0] - BeforeCalories, Calories) : (attribute[0] - BeforeDistances, Distance);
        }
        else
        {
            measure = attribute.Length == DayDigits + 1 && attribute[DayDigits] is Count or Minutes ? attribute[DayDigits] : default;
            dayOfMonth = measure != default && int.TryParse(attribute[..DayDigits], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        }

        return dayOfMonth is >= 1 and <= LastDay;
    }

    /// <summary>Whether the attribute is a sum over workouts; unknown attributes of later releases are not.</summary>
    public static bool IsSum(string attribute) =>
        attribute is WithoutCalories or WithoutDistance || TryReadType(attribute, out _, out _) || TryReadDay(attribute, out _, out _);

    private static string NameOfDay(int dayOfMonth, char measure) => string.Create(CultureInfo.InvariantCulture, $"{dayOfMonth:00}{measure}");
}

/// <summary>The amounts that deltas add to the attributes of their month's row.</summary>
internal static class RollupAdditions
{
    /// <summary>Each attribute once; without zeros, which would only lengthen the row.</summary>
    /// <param name="deltas">Of one month.</param>
    public static IEnumerable<(string Attribute, decimal Amount)> Of(params IEnumerable<RollupDelta> deltas) => deltas
        .SelectMany(All)
        .GroupBy(addition => addition.Attribute, (attribute, additions) => (Attribute: attribute, Amount: additions.Sum(addition => addition.Amount)))
        .Where(addition => addition.Amount != 0);

    private static IEnumerable<(string Attribute, decimal Amount)> All(RollupDelta delta) =>
    [
        (RollupAttributes.OfType(delta.Type, RollupAttributes.Count), delta.Totals.Workouts),
        (RollupAttributes.OfType(delta.Type, RollupAttributes.Minutes), delta.Totals.DurationMinutes),
        (RollupAttributes.OfType(delta.Type, RollupAttributes.Calories), delta.Totals.CaloriesBurned),
        (RollupAttributes.OfType(delta.Type, RollupAttributes.Distance), delta.Totals.DistanceKm),
        (RollupAttributes.OfDay(delta.DayOfMonth, RollupAttributes.Count), delta.Totals.Workouts),
        (RollupAttributes.OfDay(delta.DayOfMonth, RollupAttributes.Minutes), delta.Totals.DurationMinutes),
        (RollupAttributes.OfDay(delta.DayOfMonth, RollupAttributes.Calories), delta.Totals.CaloriesBurned),
        (RollupAttributes.OfDay(delta.DayOfMonth, RollupAttributes.Distance), delta.Totals.DistanceKm),
        (RollupAttributes.WithoutCalories, delta.Unstated.Calories),
        (RollupAttributes.WithoutDistance, delta.Unstated.Distance),
    ];
}
