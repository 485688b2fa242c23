using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Service;

/// <summary>The runbooks of this repository.</summary>
public static class WorkoutRunbooks
{
    /// <summary>Path of the folder in the repository.</summary>
    public const string Folder = "docs/runbooks";

    /// <summary>The runbook without an alarm: restoring data.</summary>
    public const string Drill = "restore";

    /// <param name="url">URL of the folder, without a trailing slash; null for paths in the repository.</param>
    public static Runbooks At(string? url) => new(url ?? Folder);
}
