namespace WorkoutLog.Packaging;

/// <summary>A file of an archive.</summary>
/// <param name="Name">In the archive, with slashes.</param>
/// <param name="Source">Where its content stands.</param>
/// <param name="Executable">Lambda unpacks with the modes of the zip: 0755 or 0644.</param>
public sealed record FunctionFile(string Name, string Source, bool Executable = false);
