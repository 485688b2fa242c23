namespace WorkoutLog.Infra.Monitoring.Alarms;

/// <summary>Where the people on call read what to do about an alarm.</summary>
/// <param name="Url">Where the folder of the runbooks is read, without a trailing slash; null leaves them to the repository.</param>
public sealed record Runbooks(string? Url)
{
    /// <summary>Their folder, from the root of the repository.</summary>
    public const string Folder = "docs/runbooks";

    /// <summary>The one for which no alarm calls: how data comes back. Its file has this name.</summary>
    public const string Drill = "restore";

    /// <summary>An address, or a path from the root of the repository.</summary>
    public string Of(AlarmKind kind) => $"{Url ?? Folder}/{kind.Name}.md";
}
