using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace WorkoutLog.Contracts;

/// <summary>
/// A limit of workouts: a whole number that each stack sets and operators can change without a deployment.
/// A new limit needs its check and one line here; setting, SSM parameter, environment variable and documents follow.
/// </summary>
public sealed class WorkoutLimit
{
    /// <summary>The highest values that a stack may set, as constants for the API document.</summary>
    public static class Highest
    {
        public const int DurationMinutes = 10_080;
        public const int NotesLength = 1_000;
        public const int DistanceKm = 10_000;
        public const int CaloriesBurned = 100_000;
    }

    public static readonly WorkoutLimit MaxDurationMinutes = new(
        "maxDurationMinutes", 1_440, 1, Highest.DurationMinutes, "minutes, a week at most", "Longest accepted workout, in minutes");

    // At four bytes each, they leave 1 KB of ApiLimits.MaxWorkoutBytes for the rest of the item.
    public static readonly WorkoutLimit MaxNotesLength = new(
        "maxNotesLength", 1_000, 1, Highest.NotesLength, "characters, so that a workout stays below 5 KB", "Longest accepted notes, in Unicode characters");

    public static readonly WorkoutLimit MaxDistanceKm = new(
        "maxDistanceKm", 1_000, 1, Highest.DistanceKm, "km, a week at 60 km/h at most", "Longest accepted distance, in kilometres");

    // Leaves ten digits for a month's sum: see ExactDecimal.
    public static readonly WorkoutLimit MaxCaloriesBurned = new(
        "maxCaloriesBurned", 20_000, 1, Highest.CaloriesBurned, "kcal, a week at 10 kcal per minute at most", "Most accepted calories per workout, in kilocalories");

    public static readonly WorkoutLimit MaxHoursAhead = new(
        "maxHoursAhead", 24, 1, 168, "hours, a week at most", "Maximum time of a workout ahead of the server's clock, in hours");

    // Workout ids can't represent earlier timestamps.
    public static readonly WorkoutLimit EarliestYear = new(
        "earliestYear", 2_000, 2_000, 2_026, "a year, 2000 or later, because workout ids start there", "Year (UTC) of the earliest accepted workout");

    public static readonly ImmutableArray<WorkoutLimit> All =
        [MaxDurationMinutes, MaxDistanceKm, MaxCaloriesBurned, MaxNotesLength, MaxHoursAhead, EarliestYear];

    private WorkoutLimit(string setting, int byDefault, int minimum, int maximum, string unit, string description)
    {
        (Setting, Default, Minimum, Maximum, Unit, Description) = (setting, byDefault, minimum, maximum, unit, description);
        Parameter = JsonNamingPolicy.KebabCaseLower.ConvertName(setting);
        Variable = JsonNamingPolicy.SnakeCaseUpper.ConvertName(setting);
    }

    /// <summary>The key of the stack's configuration: <c>maxDurationMinutes</c>.</summary>
    public string Setting { get; }

    /// <summary>The SSM parameter below <see cref="FunctionEnvironment.ParameterPath"/>: <c>max-duration-minutes</c>.</summary>
    public string Parameter { get; }

    /// <summary>The environment variable with the deployment's value, which applies while the parameter can't be read: <c>MAX_DURATION_MINUTES</c>.</summary>
    public string Variable { get; }

    public int Default { get; }

    public int Minimum { get; }

    public int Maximum { get; }

    /// <summary>The unit, with the reason for the bounds.</summary>
    public string Unit { get; }

    /// <summary>Without a full stop.</summary>
    public string Description { get; }

    /// <summary>The accepted form, for messages and runbooks.</summary>
    public string Rule => string.Create(CultureInfo.InvariantCulture, $"a whole number from {Minimum} to {Maximum}");

    public bool TryParse(string? text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= Minimum && value <= Maximum;
}
