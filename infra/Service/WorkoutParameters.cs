using System.Globalization;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Components;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Infra.Service;

/// <summary>Limits and types of accepted workouts; changes take effect without a new function version.</summary>
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
                $"Accepted workout types. {OwnedBy(WorkoutKeys.WorkoutTypes)}",
                FunctionEnvironment.SupportedTypes),
        ],
    };

    // For operators who see the parameter in the AWS console.
    private static string OwnedBy(Setting setting) => $"Set by {setting.Key} of the stack; the next update overwrites manual changes.";
}
