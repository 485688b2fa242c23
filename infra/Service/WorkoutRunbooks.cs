using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Service;

/// <summary>The runbooks of this repository.</summary>
public static class WorkoutRunbooks
{
    /// <summary>Their folder, from the root of the repository.</summary>
    public const string Folder = "docs/runbooks";

    /// <summary>The one for which no alarm calls: how data comes back. Its file has this name.</summary>
    public const string Drill = "restore";

    /// <param name="url">Where the folder is read, without a trailing slash; null leaves them to the repository.</param>
    public static Runbooks At(string? url) => new(url ?? Folder);
}
