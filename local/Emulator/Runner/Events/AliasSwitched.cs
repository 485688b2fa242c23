using WorkoutLog.Local.Runner.Lambda.Versions;

namespace WorkoutLog.Local.Runner.Events;

/// <summary>From now on, new requests go to these versions.</summary>
/// <param name="Deployment">Counts the deployments of the run, from 1.</param>
/// <param name="Function">Name of the function's resource.</param>
public sealed record AliasSwitched(DateTimeOffset Time, int Deployment, string Function, string Alias, VersionShares Shares);
