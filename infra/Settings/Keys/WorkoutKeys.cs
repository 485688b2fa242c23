using System.Collections.Immutable;
using System.Text.RegularExpressions;

using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Which workouts are accepted.</summary>
public static partial class WorkoutKeys
{
    private const string TypeForm = "1 to 32 characters A-Z, 0-9 and _, beginning with a letter";

    public static readonly Setting<int> MaxDurationMinutes = Setting.WholeNumber(
        "maxDurationMinutes", 1_440, 1, 10_080, "minutes", "Longest workout that is accepted, in minutes");

    public static readonly Setting<ImmutableArray<string>> WorkoutTypes = Setting.List(
        "workoutTypes",
        ["RUN", "CYCLE", "SWIM", "WALK", "ROW", "STRENGTH", "YOGA", "HIIT"],
        1,
        50,
        $"words of {TypeForm}",
        "RUN",
        "Workout types that are accepted",
        word => WorkoutType().IsMatch(word)
            ? Verdict.Accept(word)
            : Verdict.Refuse<string>(TypeForm));

    public static readonly ImmutableArray<Setting> All = [MaxDurationMinutes, WorkoutTypes];

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]{0,31}\z")]
    private static partial Regex WorkoutType();
}
