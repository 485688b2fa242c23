namespace WorkoutLog.Local.Tests;

internal static class MarkdownTable
{
    /// <summary>Figures are right-aligned.</summary>
    /// <param name="figures">Index of the first column with figures.</param>
    public static string Of(IReadOnlyList<string> head, int figures, IEnumerable<IReadOnlyList<string>> rows)
    {
        var rule = head.Select((_, column) => column < figures ? "---" : "---:");
        return string.Join('\n', rows.Prepend([.. rule]).Prepend(head).Select(cells => $"| {string.Join(" | ", cells)} |"));
    }
}
