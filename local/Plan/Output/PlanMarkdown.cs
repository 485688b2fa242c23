using System.Text;
using WorkoutLog.Local.Plan.Findings;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Local.Plan.Output;

/// <summary>A plan as the comment of a pull request. Its first line, which nobody sees, tells the comment of a stack from all others.</summary>
internal static class PlanMarkdown
{
    /// <summary>What a comment may have at most, in characters.</summary>
    public const int Longest = 65_536;

    // For what stands around the parts that are cut.
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
            text.Append("\nWhat is refused passes when it is no longer there, or when a waiver in the stack's `planWaivers` says why; `docs/plan.md` tells how.\n");
        }

        var left = Longest - text.Length - Spare;
        var grave = plan.Findings.Where(judged => judged.Finding.Kind.Severity != Severity.Notice).ToArray();
        var notices = plan.Findings.Where(judged => judged.Finding.Kind.Severity == Severity.Notice).ToArray();
        var findings = grave.Length == 0 ? "" : $"\n{Table(grave, left / 2)}";
        var folded = notices.Length == 0 ? "" : Folded($"{notices.Length} {(notices.Length == 1 ? "notice" : "notices")}", Table(notices, left / 6));
        text.Append(findings).Append(folded);
        if (plan.Changes.Length > 0)
        {
            text.Append(Folded($"{plan.Changes.Length} {(plan.Changes.Length == 1 ? "change" : "changes")}", Changes(plan, Longest - text.Length - Spare)));
        }

        return text.ToString();
    }

    private static string Table(IReadOnlyCollection<JudgedFinding> findings, int most)
    {
        var rows = Fitting(findings.Select(Row), most, out var cut);
        return "| | finding | resource | what happens |\n| --- | --- | --- | --- |\n"
            + string.Concat(rows.Select(row => $"{row}\n"))
            + (cut > 0 ? $"\n{cut} more; `./workout plan` shows all.\n" : "");
    }

    private static string Row(JudgedFinding judged)
    {
        var word = judged.IsRefused ? "**refused**" : PlanSummary.Word(judged);
        var what = judged.Waiver is { } waiver ? $"{judged.Finding.What} Waived: {waiver.Reason}" : judged.Finding.What;
        return $"| {word} | {judged.Finding.Kind.Name} | {MarkdownText.Escape(judged.Finding.Resource)} | {MarkdownText.Escape(what)} |";
    }

    private static string Changes(DeploymentPlan plan, int most)
    {
        var lines = Fitting(Lines(ChangeTree.Of(plan.Difference), 0), most, out var cut);
        return MarkdownText.Block(cut > 0 ? [.. lines, $"… and {cut} more lines; ./workout plan shows all"] : lines);
    }

    private static IEnumerable<string> Lines(ChangeTree tree, int depth)
    {
        // The sign stands first, where a block of differences is coloured by it.
        var indent = new string(' ', depth * 2);
        foreach (var change in tree.Changes)
        {
            var sign = ChangeText.Sign(change.Operation);
            var details = ChangeText.Details(change);
            yield return $"{sign} {indent}{Plain(change.Resource.Name)} {ChangeText.Kind(change.Resource)}{(details.Length == 1 ? $"  {Plain(details[0])}" : "")}";
            foreach (var detail in details.Length == 1 ? [] : details)
            {
                yield return $"  {indent}    {Plain(detail)}";
            }
        }

        foreach (var component in tree.Components)
        {
            yield return $"  {indent}{Plain(component.Resource!.Name)} {ChangeText.Kind(component.Resource)}";
            foreach (var line in Lines(component, depth + 1))
            {
                yield return line;
            }
        }
    }

    private static string Plain(string text) => Documents.ValueText.Visible(text);

    private static string Folded(string title, string content) => $"\n<details><summary>{title}</summary>\n\n{content}\n</details>\n";

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
