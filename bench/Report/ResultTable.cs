using System.Text;

namespace WorkoutLog.Bench.Report;

/// <summary>A table with a heading, for a terminal and for a document.</summary>
internal sealed class ResultTable(string title, params string[] columns)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    /// <param name="cells">As many as there are columns.</param>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>The first column is left-aligned, all others right-aligned.</summary>
    public string ToText()
    {
        string[][] lines = [columns, .. _rows];
        int[] widths = [.. columns.Select((_, column) => lines.Max(line => line[column].Length))];
        var text = new StringBuilder(title);
        foreach (string[] line in lines)
        {
            string[] cells = [.. line.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))];
            text.Append('\n').Append(string.Join(Gap, cells).TrimEnd());
        }

        return text.ToString();
    }

    public string ToMarkdown()
    {
        var table = new MarkdownTable(columns);
        foreach (string[] row in _rows)
        {
            table.Add(row);
        }

        return $"{title}:\n\n{table}";
    }
}
