using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Which workouts are accepted.</summary>
public static partial class WorkoutKeys
{
    private static readonly string _typeForm = $"1 to {ApiLimits.MaxWorkoutTypeLength} characters A-Z, 0-9 and _, beginning with a letter";

    public static readonly Setting<int> MaxDurationMinutes = Setting.WholeNumber(
        "maxDurationMinutes", 1_440, 1, ApiLimits.LongestDurationMinutes, "minutes", "Longest workout that is accepted, in minutes");

    public static readonly Setting<ImmutableArray<string>> WorkoutTypes = Setting.List(
        "workoutTypes",
        ["RUN", "CYCLE", "SWIM", "WALK", "ROW", "STRENGTH", "YOGA", "HIIT"],
        1,
        50,
        $"words of {_typeForm}",
        "RUN",
        "Workout types that are accepted",
        word => word.Require(WorkoutType().IsMatch(word.Text), _typeForm));

    public static readonly ImmutableArray<Setting> All = [MaxDurationMinutes, WorkoutTypes];

    [GeneratedRegex($@"^{ApiLimits.WorkoutTypePattern}\z")]
    private static partial Regex WorkoutType();
}
