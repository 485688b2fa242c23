using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Limits and types of accepted workouts.</summary>
public static partial class WorkoutKeys
{
    private static readonly string _typeForm = $"1 to {ApiLimits.MaxWorkoutTypeLength} characters A-Z, 0-9 and _, beginning with a letter";

    public static readonly ImmutableDictionary<WorkoutLimit, Setting<int>> Limits = WorkoutLimit.All.ToImmutableDictionary(
        limit => limit, limit => Setting.WholeNumber(limit.Setting, limit.Default, limit.Minimum, limit.Maximum, limit.Unit, limit.Description));

    public static readonly Setting<ImmutableArray<string>> WorkoutTypes = Setting.List(
        "workoutTypes",
        ["RUN", "CYCLE", "SWIM", "WALK", "ROW", "STRENGTH", "YOGA", "HIIT"],
        1,
        50,
        $"words of {_typeForm}",
        "RUN",
        "Accepted workout types",
        word => word.Require(WorkoutType().IsMatch(word.Text), _typeForm));

    public static readonly ImmutableArray<Setting> All = [.. WorkoutLimit.All.Select(limit => Limits[limit]), WorkoutTypes];

    [GeneratedRegex($@"^{ApiLimits.WorkoutTypePattern}\z")]
    private static partial Regex WorkoutType();
}
