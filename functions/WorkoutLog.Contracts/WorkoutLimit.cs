using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace WorkoutLog.Contracts;

/// <summary>
/// A limit of workouts: a whole number that each stack sets, and that its operators change without a deployment.
/// Besides its check, a new limit is one line here: setting, SSM parameter, environment variable and documents follow from it.
/// </summary>
public sealed class WorkoutLimit
{
    /// <summary>The highest values that a stack may set, as constants for the document of the API.</summary>
    public static class Highest
    {
        public const int DurationMinutes = 10_080;
        public const int NotesLength = 1_000;
        public const int DistanceKm = 10_000;
        public const int CaloriesBurned = 100_000;
    }

    public static readonly WorkoutLimit MaxDurationMinutes = new(
        "maxDurationMinutes", 1_440, 1, Highest.DurationMinutes, "minutes, a week at most", "Longest workout that is accepted, in minutes");

    // Four bytes each, they leave 1 KB of ApiLimits.MaxWorkoutBytes to the rest of the item.
    public static readonly WorkoutLimit MaxNotesLength = new(
        "maxNotesLength", 1_000, 1, Highest.NotesLength, "characters, so that a workout stays below 5 KB", "Longest notes that are accepted, in Unicode characters");

    public static readonly WorkoutLimit MaxDistanceKm = new(
        "maxDistanceKm", 1_000, 1, Highest.DistanceKm, "km, a week at 60 km/h at most", "Longest distance that is accepted, in kilometres");

    // Ten digits are left for a month's sum: see ExactDecimal.
    public static readonly WorkoutLimit MaxCaloriesBurned = new(
        "maxCaloriesBurned", 20_000, 1, Highest.CaloriesBurned, "kcal, a week at 10 kcal a minute at most", "Most calories that are accepted, in kilocalories");

    public static readonly WorkoutLimit MaxHoursAhead = new(
        "maxHoursAhead", 24, 1, 168, "hours, a week at most", "How far ahead of the server's clock a workout may be, in hours");

    // No id of a workout holds an earlier moment.
    public static readonly WorkoutLimit EarliestYear = new(
        "earliestYear", 2_000, 2_000, 2_026, "a year, at the earliest 2000, where the ids of workouts begin", "Year, in UTC, of the earliest workout that is accepted");

    public static readonly ImmutableArray<WorkoutLimit> All =
        [MaxDurationMinutes, MaxDistanceKm, MaxCaloriesBurned, MaxNotesLength, MaxHoursAhead, EarliestYear];

    private WorkoutLimit(string setting, int byDefault, int least, int most, string unit, string description)
    {
        (Setting, Default, Least, Most, Unit, Description) = (setting, byDefault, least, most, unit, description);
        Parameter = JsonNamingPolicy.KebabCaseLower.ConvertName(setting);
        Variable = JsonNamingPolicy.SnakeCaseUpper.ConvertName(setting);
    }

    /// <summary>The key of the stack's configuration: <c>maxDurationMinutes</c>.</summary>
    public string Setting { get; }

    /// <summary>The SSM parameter below <see cref="FunctionEnvironment.ParameterPath"/>: <c>max-duration-minutes</c>.</summary>
    public string Parameter { get; }

    /// <summary>The environment variable with the deployment's value, in force while the parameter can't be read: <c>MAX_DURATION_MINUTES</c>.</summary>
    public string Variable { get; }

    public int Default { get; }

    public int Least { get; }

    public int Most { get; }

    /// <summary>The unit, with the reason of the bounds.</summary>
    public string Unit { get; }

    /// <summary>Without a full stop.</summary>
    public string Description { get; }

    /// <summary>What <see cref="TryParse"/> reads, for messages and runbooks.</summary>
    public string Rule => string.Create(CultureInfo.InvariantCulture, $"a whole number from {Least} to {Most}");

    public bool TryParse(string? text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= Least && value <= Most;
}
