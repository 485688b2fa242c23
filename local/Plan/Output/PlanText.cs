using Spectre.Console;

namespace WorkoutLog.Local.Plan.Output;

/// <summary>A plan for people: the verdict, the changes, the findings.</summary>
internal static class PlanText
{
    private const int ShownDetails = 8;
    private const int ShownOfKind = 5;
    private const int Indent = 2;

    public static void Write(DeploymentPlan plan, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold {(plan.IsRefused ? "red" : "green")}]{PlanSummary.Of(plan)}[/]");
        console.MarkupLineInterpolated($"[grey]stack {plan.Stack}, compared with {plan.Base}[/]");
        foreach (var note in plan.Notes)
        {
            console.WriteLine(note);
        }

        if (plan.Changes.Length > 0)
        {
            console.WriteLine();
            var tree = new Tree($"[bold]{Markup.Escape(plan.Stack)}[/]") { Guide = TreeGuide.Line };
            Add(tree, ChangeTree.Of(plan.Difference));
            console.Write(tree);
        }

        if (plan.Findings.Length > 0)
        {
            WriteFindings(plan, console);
        }

        foreach (var note in plan.WaiverNotes)
        {
            console.MarkupLineInterpolated($"[yellow]{note.Text}[/]");
        }
    }

    private static void Add(IHasTreeNodes node, ChangeTree tree)
    {
        foreach (var change in tree.Changes)
        {
            var details = ChangeText.Details(change);
            var title = $"[{Colour(change.Operation)}]{Markup.Escape(ChangeText.Sign(change.Operation))} {Markup.Escape(change.Resource.Name)}[/] [grey]{Markup.Escape(ChangeText.Kind(change.Resource))}[/]";
            // One fact fits on the line; more are below each other.
            var child = node.AddNode(details.Length == 1 ? $"{title}  {Markup.Escape(details[0])}" : title);
            foreach (var detail in details.Length == 1 ? [] : details.Take(ShownDetails))
            {
                child.AddNode(Markup.Escape(detail));
            }

            if (details.Length > ShownDetails)
            {
                child.AddNode($"[grey]and {details.Length - ShownDetails} more, see --json[/]");
            }
        }

        foreach (var component in tree.Components)
        {
            Add(node.AddNode($"[bold]{Markup.Escape(component.Resource!.Name)}[/] [grey]{Markup.Escape(ChangeText.Kind(component.Resource))}[/]"), component);
        }
    }

    // Below each other and not in columns: a sentence needs the whole width.
    private static void WriteFindings(DeploymentPlan plan, IAnsiConsole console)
    {
        console.WriteLine();
        var (words, kinds) = (plan.Findings.Max(judged => PlanSummary.Word(judged).Length), plan.Findings.Max(judged => judged.Finding.Kind.Name.Length));
        foreach (var alike in plan.Findings.GroupBy(judged => judged.Finding.Kind))
        {
            var shown = alike.Key.Severity == Severity.Refused ? int.MaxValue : ShownOfKind;
            foreach (var judged in alike.Take(shown))
            {
                var (word, kind) = (PlanSummary.Word(judged).PadRight(words), judged.Finding.Kind.Name.PadRight(kinds));
                console.MarkupLine($"[{Colour(judged)}]{word}  {kind}[/]  [bold]{Markup.Escape(judged.Finding.Resource)}[/]");
                console.Write(new Padder(new Text(PlanSummary.What(judged)), new Padding(Indent, 0, 0, 0)));
            }

            if (alike.Count() > shown)
            {
                console.MarkupLineInterpolated($"[grey]{"".PadRight(words)}  {alike.Key.Name.PadRight(kinds)}  and {alike.Count() - shown} more, see --json[/]");
            }
        }
    }

    private static string Colour(Operation operation) => operation switch
    {
        Operation.Create => "green",
        Operation.Update => "yellow",
        Operation.Record => "grey",
        _ => "red",
    };

    private static string Colour(JudgedFinding judged) => judged switch
    {
        { IsRefused: true } => "red",
        { Finding.Kind.Severity: Severity.Notice } => "grey",
        _ => "yellow",
    };
}
