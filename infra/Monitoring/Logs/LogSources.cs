namespace WorkoutLog.Infra.Monitoring.Logs;

/// <summary>The logs that a query reads.</summary>
[Flags]
public enum LogSources
{
    None = 0,

    /// <summary>A line for each request that reached the API, whoever answered it.</summary>
    Access = 1,

    /// <summary>What the functions write, their metrics, and what Lambda says of each call.</summary>
    Functions = 2,
}
