namespace WorkoutLog.Bench.Report;

/// <summary>A document with generated sections: commands write the text between two marks, the rest is prose.</summary>
internal static class ResultsDocument
{
    /// <param name="path">The Markdown file.</param>
    /// <param name="section">Names the marks <c>&lt;!-- begin: section --&gt;</c> and <c>&lt;!-- end: section --&gt;</c>.</param>
    /// <param name="content">Replaces the text between them.</param>
    /// <exception cref="InvalidOperationException">The document does not have both marks, in this order.</exception>
    public static void Write(string path, string section, string content) =>
        File.WriteAllText(path, Replace(File.ReadAllText(path), section, content));

    /// <inheritdoc cref="Write"/>
    public static string Replace(string document, string section, string content)
    {
        string begin = $"<!-- begin: {section} -->";
        string end = $"<!-- end: {section} -->";
        int from = document.IndexOf(begin, StringComparison.Ordinal);
        int to = document.IndexOf(end, StringComparison.Ordinal);
        return from >= 0 && to > from
            ? $"{document[..(from + begin.Length)]}\n{content.Trim('\n')}\n{document[to..]}"
            : throw new InvalidOperationException($"The document has no section '{section}': it must have the lines {begin} and {end}, in this order.");
    }
}
