namespace WorkoutLog.Local.Fuzz;

/// <summary>The processes of a run's functions (Linux only).</summary>
internal static class FunctionProcesses
{
    private const string Tasks = "/proc/self/task";

    /// <param name="awsEndpoint">AWS endpoint that only this run's functions use.</param>
    /// <returns>Process ids; empty on other systems.</returns>
    public static IReadOnlySet<int> Alive(Uri awsEndpoint) => !Directory.Exists(Tasks) ? new HashSet<int>() : Directory.GetDirectories(Tasks)
        .SelectMany(thread => Read(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
        .Where(id => VariablesOf(id).Contains($"{FunctionVariables.AwsEndpoint}={awsEndpoint.ToString().TrimEnd('/')}"))
        .ToHashSet();

    /// <returns>The environment of a process, <c>NAME=value</c> each; empty if it has exited.</returns>
    public static string[] VariablesOf(int process) => Read($"/proc/{process}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries);

    // A listed thread or process may be gone when it is read.
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
