using Spectre.Console;
using Spectre.Console.Rendering;
using WorkoutLog.Local.Plan;
using WorkoutLog.Local.Plan.Output;

namespace WorkoutLog.Local.Tests.Plan.Output;

/// <summary>The picture of a plan in the documentation: a route is added with its permission, and a setting changes.</summary>
public sealed class PlanPictureTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void Is_what_the_command_prints()
    {
        var plan = Plan() with { Base = "origin/main (1093d13f6)" };

        CommittedFile.Holds("docs/images/plan.svg", _ => TerminalPicture.Of("./workout plan --base origin/main --stack dev", console => PlanText.Write(plan, console)));
    }

    [Fact]
    public void Shows_a_route_a_setting_and_a_refusal()
    {
        var plan = Plan();

        Assert.Equal("1 to create, 5 to update, 1 to replace, 0 to delete; refused: widened-access of QueryWorkouts-role", PlanSummary.Of(plan));
        Assert.Contains(plan.Changes, change => ChangeText.Details(change).Contains("body: + route GET /workouts/{userId}/export → QueryWorkouts, awsSigv4"));
        Assert.Contains(plan.Changes, change => ChangeText.Details(change).Contains("memorySize 128 → 256"));
    }

    private DeploymentPlan Plan()
    {
        var before = stacks.Dev.Edit($"- Permission QueryWorkouts-exportWorkouts ; RolePolicy logs-QueryWorkouts-role policy>Statement[0].Action[1] - ; Function QueryWorkouts memorySize = 128"
            + $" ; Deployment api-deployment triggers.body = \"{new string('0', 64)}\" ; RestApi api body>paths./workouts/{{userId}}/export -");
        // A hash of the whole API would change with every edit.
        return GraphEdit.Plan(before, stacks.Dev.Edit($"Deployment api-deployment triggers.body = \"{new string('1', 64)}\""));
    }
}

/// <summary>Output of a terminal as SVG: one letter per cell, so that trees align in any font.</summary>
internal sealed class TerminalPicture : IAnsiConsoleEncoder
{
    /// <summary>In characters; the picture is 900 pixels wide.</summary>
    public const int Columns = 104;

    private const double LetterWidth = 8.4;
    private const double LineHeight = 19;
    private const double Margin = 14;

    private static readonly Dictionary<Color, string> _colours = new()
    {
        [Color.Green] = "#3fb950",
        [Color.Yellow] = "#d29922",
        [Color.Red] = "#f85149",
        [Color.Grey] = "#8b949e",
        [Color.Default] = "#e6edf3",
    };

    public static string Of(string command, Action<IAnsiConsole> write)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Out = new AnsiConsoleOutput(TextWriter.Null),
        });
        console.Profile.Width = Columns;
        using var recorder = new Recorder(console);
        recorder.MarkupLineInterpolated($"[grey]$[/] {command}");
        write(recorder);
        return recorder.Export(new TerminalPicture());
    }

    public string Encode(IAnsiConsole console, IEnumerable<IRenderable> renderable)
    {
        var segments = renderable.SelectMany(part => part.Render(RenderOptions.Create(console, console.Profile.Capabilities), Columns));
        var lines = Segment.SplitLines(segments).Select((line, number) => Line(line, number)).ToList();
        var (width, height) = (Columns * LetterWidth + 2 * Margin, lines.Count * LineHeight + 2 * Margin);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0.#} {height:0.#}" width="{width:0}" role="img" aria-label="A plan of the stack dev">
            <style>text {"{"} font-size: 14px; font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre; {"}"}</style>
            <rect width="100%" height="100%" rx="8" fill="#0d1117"/>
            {string.Join('\n', lines.Where(line => line.Length > 0))}
            </svg>

            """).ReplaceLineEndings("\n");
    }

    private static string Line(SegmentLine line, int number)
    {
        var (text, column) = (new StringBuilder(), 0);
        foreach (var segment in line)
        {
            var letters = segment.Text.TrimEnd();
            if (letters.TrimStart().Length > 0)
            {
                var blanks = letters.Length - letters.TrimStart().Length;
                text.Append(CultureInfo.InvariantCulture, $"""<text x="{Margin + (column + blanks) * LetterWidth:0.#}" y="{Margin + (number + 0.75) * LineHeight:0.#}" textLength="{(letters.Length - blanks) * LetterWidth:0.#}" fill="{_colours[segment.Style.Foreground]}" """);
                text.Append(segment.Style.Decoration.HasFlag(Decoration.Bold) ? """font-weight="bold">""" : ">");
                text.Append(WebUtility.HtmlEncode(letters.TrimStart())).Append("</text>");
            }

            column += segment.Text.Length;
        }

        return text.ToString();
    }
}
