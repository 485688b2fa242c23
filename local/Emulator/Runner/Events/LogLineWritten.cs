namespace WorkoutLog.Local.Runner.Events;

/// <summary>A line in the log of a function, written by its process or by Lambda itself.</summary>
/// <param name="Time">When the run read it, by the run's clock.</param>
/// <param name="Function">Name of the function's resource.</param>
public sealed record LogLineWritten(DateTimeOffset Time, string Function, string Line);
