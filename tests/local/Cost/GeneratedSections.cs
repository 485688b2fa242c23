namespace WorkoutLog.Local.Tests.Cost;

/// <summary>Parts of a committed document that are made from the code, between marks.</summary>
internal static class GeneratedSections
{
    /// <param name="path">From the root of the repository.</param>
    /// <param name="section">Names the marks <c>&lt;!-- begin: section --&gt;</c> and <c>&lt;!-- end: section --&gt;</c>, which the document has.</param>
    public static void Hold(string path, string section, string content) => CommittedFile.HoldsSection(path, section, content);

    /// <summary>A Markdown table; figures stand on the right.</summary>
    /// <param name="figures">From which column on.</param>
    public static string Table(IReadOnlyList<string> head, int figures, IEnumerable<IReadOnlyList<string>> rows)
    {
        var rule = head.Select((_, column) => column < figures ? "---" : "---:");
        return string.Join('\n', rows.Prepend([.. rule]).Prepend(head).Select(cells => $"| {string.Join(" | ", cells)} |"));
    }
}
