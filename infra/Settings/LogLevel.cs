namespace WorkoutLog.Infra.Settings;

/// <summary>The least severe event that the functions log; Lambda's own words.</summary>
public enum LogLevel
{
    Debug,
    Info,
    Warn,
    Error,
}
