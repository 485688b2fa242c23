using System.Globalization;

namespace WorkoutLog.Local.Fuzz;

/// <summary>The processes of functions that this process runs, where the system tells (Linux).</summary>
internal static class FunctionProcesses
{
    private const string Tasks = "/proc/self/task";

    /// <returns>Process ids; none where the system does not tell.</returns>
    public static IReadOnlySet<int> Alive() => !Directory.Exists(Tasks) ? new HashSet<int>() : Directory.GetDirectories(Tasks)
        .SelectMany(thread => Read(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
        .Where(id => Read($"/proc/{id}/comm").Trim() is "bootstrap" or "dotnet")
        .ToHashSet();

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
