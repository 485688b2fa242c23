namespace WorkoutLog.Contracts;

/// <summary>SSM parameters that the functions read; each stands under <see cref="FunctionEnvironment.ParameterPath"/>.</summary>
public static class ParameterNames
{
    /// <summary>String: the longest workout, in minutes (<c>1440</c>).</summary>
    public const string MaxDurationMinutes = "max-duration-minutes";

    /// <summary>StringList: the workout types in upper case (<c>RUN,CYCLING</c>).</summary>
    public const string SupportedTypes = "supported-types";

    /// <summary>The parameter's full name: <c>/workout-log/dev/supported-types</c>.</summary>
    public static string Under(string path, string name) => $"{path}/{name}";
}
