using System.Globalization;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Components;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Infra.Service;

/// <summary>Which workouts are accepted: limits that take effect without a new version of the functions.</summary>
internal static class WorkoutParameters
{
    public static RuntimeParametersArgs Of(WorkoutSettings workouts, string path) => new()
    {
        Path = path,
        PathVariable = FunctionEnvironment.ParameterPath,
        Parameters =
        [
            .. WorkoutLimit.All.Select(limit => new RuntimeParameter(
                limit.Parameter,
                "String",
                workouts.Limits[limit].ToString(CultureInfo.InvariantCulture),
                $"{limit.Description}. {OwnedBy(WorkoutKeys.Limits[limit])}",
                limit.Variable)),
            new RuntimeParameter(
                ParameterNames.SupportedTypes,
                "StringList",
                string.Join(',', workouts.SupportedTypes),
                $"Workout types that are accepted. {OwnedBy(WorkoutKeys.WorkoutTypes)}",
                FunctionEnvironment.SupportedTypes),
        ],
    };

    // An operator meets the parameter in AWS's console, where nothing else says who sets it.
    private static string OwnedBy(Setting setting) => $"Set by {setting.Key} of the stack; a change by hand lasts until the next update.";
}
