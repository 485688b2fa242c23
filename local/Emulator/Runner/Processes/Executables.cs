namespace WorkoutLog.Local.Runner.Processes;

/// <summary>Finds programs as a shell would.</summary>
internal static class Executables
{
    /// <returns>Absolute path of the program, or null when no folder of PATH has it.</returns>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
