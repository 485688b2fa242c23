namespace WorkoutLog.Contracts;

/// <summary>Severity of a log line, in Lambda's words.</summary>
public enum LogLevel
{
    Debug,
    Info,
    Warn,
    Error,
}
