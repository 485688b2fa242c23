namespace WorkoutLog.Contracts;

/// <summary>Severity of a log line, in Lambda's words.</summary>
public enum LogLevel
{
    Debug,
    Info,
    Warn,
    Error,
}

/// <summary>What the functions' log lines say; queries of the logs find the lines by it.</summary>
public static class LogMessages
{
    public const string RequestHandled = "Request handled";

    public const string RequestFailed = "Request failed";

    public const string ParameterRefused = "Parameter refused; the value before stays in force";

    public const string ParametersNotRead = "Parameters not read; the values before stay in force";
}
