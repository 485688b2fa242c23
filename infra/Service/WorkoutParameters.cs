using System.Globalization;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Components;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Service;

/// <summary>Which workouts are accepted: limits that an operator may change without a deployment.</summary>
internal static class WorkoutParameters
{
    public static RuntimeParametersArgs Of(WorkoutLimits limits, string path) => new()
    {
        Path = path,
        PathVariable = FunctionEnvironment.ParameterPath,
        Parameters =
        [
            new RuntimeParameter(
                ParameterNames.MaxDurationMinutes,
                "String",
                limits.MaxDurationMinutes.ToString(CultureInfo.InvariantCulture),
                "Longest workout that is accepted, in minutes",
                FunctionEnvironment.MaxDurationMinutes),
            new RuntimeParameter(
                ParameterNames.SupportedTypes,
                "StringList",
                string.Join(',', limits.SupportedTypes),
                "Workout types that are accepted",
                FunctionEnvironment.SupportedTypes),
        ],
    };
}
