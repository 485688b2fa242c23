namespace WorkoutLog.Local.Runner.Events;

/// <summary>A version of a function that is live from now on, or no longer. Every event of a version ends, and is reported, while it is live.</summary>
/// <param name="Function">Name of the function's resource.</param>
/// <param name="Version">Its number.</param>
public sealed record VersionChanged(DateTimeOffset Time, string Function, string Version, bool IsLive);
