namespace WorkoutLog.Local.Plan.Output;

/// <summary>A plan as a pull request comment. Its first line, which is not shown, identifies the stack.</summary>
internal static class PlanMarkdown
{
    /// <summary>Limit of a comment, in characters.</summary>
    public const int Longest = 65_536;

    // For the text around the parts that are shortened.
    private const int Spare = 2_000;

    public static string Mark(string stack) => $"<!-- workout-log plan: {stack} -->";

    public static string Write(DeploymentPlan plan)
    {
        var text = new StringBuilder();
        text.Append(Mark(plan.Stack)).Append('\n');
        text.Append($"### Plan of {MarkdownText.Escape(plan.Stack)}: {PlanSummary.Counts(plan)}\n\n");
        text.Append($"{(plan.IsRefused ? "❌ Refused" : "✅ Nothing is refused")}. Compared with {MarkdownText.Escape(plan.Base)}.\n");
        foreach (var note in plan.Notes.Concat(plan.WaiverNotes.Select(note => note.Text)))
        {
            text.Append($"\n> {MarkdownText.Escape(note)}\n");
        }

        if (plan.IsRefused)
        {
            text.Append("\nTo pass, remove what is refused, or add a waiver with the reason to the stack's `planWaivers`; see `docs/plan.md`.\n");
        }

        var left = Longest - text.Length - Spare;
        var byGravity = plan.Findings.ToLookup(judged => judged.Finding.Kind.Severity == Severity.Notice);
        JudgedFinding[] grave = [.. byGravity[false]], notices = [.. byGravity[true]];
        text.Append(grave.Length == 0 ? "" : $"\n{Table(grave, left / 2)}");
        text.Append(notices.Length == 0 ? "" : Folded(notices.Length, "notice", Table(notices, left / 6)));
        text.Append(plan.Changes.Length == 0 ? "" : Folded(plan.Changes.Length, "change", Changes(plan, Longest - text.Length - Spare)));
        return text.ToString();
    }

    private static string Table(IReadOnlyCollection<JudgedFinding> findings, int most)
    {
        var rows = Fitting(findings.Select(Row), most, out var cut);
        return "| | finding | resource | what happens |\n| --- | --- | --- | --- |\n"
            + string.Concat(rows.Select(row => $"{row}\n"))
            + (cut > 0 ? $"\n{cut} more; `./workout plan` shows all.\n" : "");
    }

    private static string Row(JudgedFinding judged) =>
        $"| {(judged.IsRefused ? "**refused**" : PlanSummary.Word(judged))} | {judged.Finding.Kind.Name} | {MarkdownText.Escape(judged.Finding.Resource)} | {MarkdownText.Escape(PlanSummary.What(judged))} |";

    private static string Changes(DeploymentPlan plan, int most)
    {
        var lines = Fitting(Lines(ChangeTree.Of(plan.Difference), 0), most, out var cut);
        return MarkdownText.Block(cut > 0 ? [.. lines, $"… and {cut} more lines; ./workout plan shows all"] : lines);
    }

    // The sign comes first: it colours a diff block.
    private static IEnumerable<string> Lines(ChangeTree tree, int depth)
    {
        var indent = new string(' ', depth * 2);
        return
        [
            .. tree.Changes.SelectMany(change =>
            {
                var (title, details) = ($"{ChangeText.Sign(change.Operation)} {indent}{Name(change.Resource)}", ChangeText.Details(change));
                return details.Length == 1 ? [$"{title}  {Plain(details[0])}"] : details.Select(detail => $"  {indent}    {Plain(detail)}").Prepend(title);
            }),
            .. tree.Components.SelectMany(component => Lines(component, depth + 1).Prepend($"  {indent}{Name(component.Resource!)}")),
        ];
    }

    private static string Name(GraphResource resource) => $"{Plain(resource.Name)} {ChangeText.Kind(resource)}";

    private static string Plain(string text) => ValueText.Visible(text);

    private static string Folded(int count, string what, string content) => $"\n<details><summary>{count} {what}{(count == 1 ? "" : "s")}</summary>\n\n{content}\n</details>\n";

    /// <summary>As many as fit, from the first on.</summary>
    private static List<string> Fitting(IEnumerable<string> lines, int most, out int cut)
    {
        var all = lines.ToList();
        var length = 0;
        var fitting = all.TakeWhile(line => (length += line.Length + 1) <= most).ToList();
        cut = all.Count - fitting.Count;
        return fitting;
    }
}

/// <summary>Escapes names and values for Markdown: no mention, no link, no HTML.</summary>
internal static partial class MarkdownText
{
    // A zero-width space: splits a word, so that the rest is not a mention.
    private const char Nothing = '\u200B';

    /// <summary>Text on one line, also in a cell of a table.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in ValueText.Visible(text))
        {
            _ = letter switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '|' => escaped.Append("&#124;"),
                '@' or '#' => escaped.Append('\\').Append(letter).Append(Nothing),
                // An address that is written out would become a link.
                ':' => escaped.Append(letter).Append(Nothing),
                _ when char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter)) && letter is not ('.' or ',' or ';' or '-' or '/' or '%' or '(' or ')' or '"' or '\'') =>
                    escaped.Append('\\').Append(letter),
                '.' when escaped.Length > 2 && escaped.ToString().EndsWith("www", StringComparison.OrdinalIgnoreCase) => escaped.Append(Nothing).Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Lines in a code block. The fence is longer than any in the lines.</summary>
    public static string Block(IReadOnlyCollection<string> lines)
    {
        var longest = lines.SelectMany(line => Backticks().Matches(line)).Select(run => run.Length).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{fence}diff\n{string.Join('\n', lines)}\n{fence}\n";
    }

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();
}
