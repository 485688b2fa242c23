using System.Globalization;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>Who started whom, as the kernel tells.</summary>
internal static class ProcessTree
{
    /// <returns>Process ids of all children, and theirs.</returns>
    public static IEnumerable<int> DescendantsOf(int parent) => Directory.GetDirectories($"/proc/{parent}/task")
        .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
        .SelectMany(child => DescendantsOf(child).Prepend(child));
}
