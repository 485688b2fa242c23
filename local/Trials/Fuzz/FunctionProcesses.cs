namespace WorkoutLog.Local.Fuzz;

/// <summary>The processes of a run's functions, where the system tells (Linux).</summary>
internal static class FunctionProcesses
{
    private const string Tasks = "/proc/self/task";

    /// <param name="awsEndpoint">Where the run's functions, and no others, call AWS.</param>
    /// <returns>Process ids; none where the system does not tell.</returns>
    public static IReadOnlySet<int> Alive(Uri awsEndpoint) => !Directory.Exists(Tasks) ? new HashSet<int>() : Directory.GetDirectories(Tasks)
        .SelectMany(thread => Read(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
        .Where(id => VariablesOf(id).Contains($"{FunctionVariables.AwsEndpoint}={awsEndpoint.ToString().TrimEnd('/')}"))
        .ToHashSet();

    /// <returns>The environment of a process, <c>NAME=value</c> each; none of one that is gone.</returns>
    public static string[] VariablesOf(int process) => Read($"/proc/{process}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries);

    // Threads and processes come and go between a look at the list and one at them.
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
