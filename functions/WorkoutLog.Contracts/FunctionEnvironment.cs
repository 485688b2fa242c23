namespace WorkoutLog.Contracts;

/// <summary>Environment variables of the functions.</summary>
public static class FunctionEnvironment
{
    /// <summary>The stack (<c>dev</c>), as metrics name it.</summary>
    public const string Environment = "ENVIRONMENT";

    public const string LogsTable = "LOGS_TABLE";

    public const string StatsTable = "STATS_TABLE";

    /// <summary>The least severe line that the function logs: <c>DEBUG</c>, <c>INFO</c>, <c>WARN</c> or <c>ERROR</c>.</summary>
    public const string LogLevel = "LOG_LEVEL";

    /// <summary>Where the runtime parameters stand, without a trailing slash: <c>/workout-log/dev</c>.</summary>
    public const string ParameterPath = "PARAMETER_PATH";

    /// <summary>Deploy-time value of <see cref="ParameterNames.MaxDurationMinutes"/>, in force while the parameter can't be read.</summary>
    public const string MaxDurationMinutes = "MAX_DURATION_MINUTES";

    /// <summary>Deploy-time value of <see cref="ParameterNames.SupportedTypes"/>, in force while the parameter can't be read.</summary>
    public const string SupportedTypes = "SUPPORTED_TYPES";
}
