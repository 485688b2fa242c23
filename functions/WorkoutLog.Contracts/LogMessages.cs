namespace WorkoutLog.Contracts;

/// <summary>Severity of a log line, by Lambda's names.</summary>
public enum LogLevel
{
    Debug,
    Info,
    Warn,
    Error,
}

/// <summary>Messages of the functions' log lines; log queries filter by them.</summary>
public static class LogMessages
{
    public const string RequestHandled = "Request handled";

    public const string RequestFailed = "Request failed";

    public const string ParameterRefused = "Parameter refused; the previous value stays in force";

    public const string ParametersNotRead = "Parameters not read; the previous values stay in force";
}
