using System.CommandLine;
using System.Globalization;
using System.Text;
using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Tests.Cli;

/// <summary>Says what the command tree knows in the form that people read.</summary>
internal static class CommandReference
{
    private static readonly (Purpose Purpose, string Title)[] _parts =
    [
        (Purpose.Run, "Run it"), (Purpose.See, "See it"), (Purpose.Try, "Try it"), (Purpose.Deploy, "Deploy it"), (Purpose.Repair, "Repair it"),
        (Purpose.House, "Keep house"),
    ];

    /// <summary>The text of <c>docs/commands.md</c>.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("""
            # Commands

            All begin with `./workout`, which sets up by itself what a command needs. `./workout help` lists them, `--help` after a command shows what stands here.

            Exit codes are the same everywhere:

            | code | means |
            | --- | --- |
            | 0 | done, and the answer is good |
            | 1 | done, and the answer is not good: a difference, a violation, something missing, a test that fails |
            | 2 | not done: the command line, a setting, the machine or the registry is in the way; the last lines say what to do |
            | 130 | stopped by Ctrl-C, with everything that was started; `up` then ends with 0 |

            With `--json` there is one JSON document on standard output and nothing else; progress and notices go to standard error. In a file or a pipe output has no colour and no broken lines; `NO_COLOR=1` takes the colour away in a terminal too.


            """);
        foreach (var (purpose, title) in _parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
            foreach (var (path, command) in CommandTree.All.Where(known => CommandTree.TextOf(known.Path).Purpose == purpose))
            {
                Append(text, path, command, CommandTree.TextOf(path));
            }
        }

        text.Append("This file is written from the code; a test compares the two. After a change: `UPDATE_SNAPSHOTS=1 dotnet test tests/local --filter CommandReference`.\n");
        return text.Replace("\r\n", "\n").ToString();
    }

    private static void Append(StringBuilder text, string path, Command command, CommandText about)
    {
        text.Append(CultureInfo.InvariantCulture, $"### {path}\n\n{about.Summary}.{(about.Notes is null ? "" : $" {about.Notes}")}\n\n```sh\n");
        var width = about.Examples.Max(example => example.Line.Length);
        foreach (var example in about.Examples)
        {
            text.Append($"{example.Line.PadRight(width)}  # {example.Says}\n");
        }

        text.Append("```\n\n");
        var answers = about.ExitCodes.Where(code => code.Code is ExitCode.Good or ExitCode.NotGood && (about.NotGood is not null || about.OnCtrlC == ExitCode.Good)).ToArray();
        if (answers.Length > 0)
        {
            text.Append($"Exit code {string.Join("; ", answers.Select(code => $"{code.Code}: {code.Means}"))}.\n\n");
        }

        Symbol[] symbols = [.. command.Arguments, .. command.Options.Where(option => option.Name != "--help")];
        if (symbols.Length > 0)
        {
            text.Append("| option | default | what it does |\n| --- | --- | --- |\n");
            foreach (var symbol in symbols)
            {
                text.Append($"| {Names(symbol)} | {Default(symbol)} | {Cell(symbol.Description!)} |\n");
            }

            text.Append('\n');
        }
    }

    // Neither another column nor a tag of HTML.
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);

    private static string Names(Symbol symbol) => symbol is Option option
        ? string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Prepend(option.Name).Select(name => $"`{name}`"))
        : $"`<{symbol.Name}>`";

    // A random one is no default that can be told.
    private static string Default(Symbol symbol) => symbol switch
    {
        Option { Required: true } => "must be given",
        Option { ValueType: var type, Arity.MinimumNumberOfValues: > 0, HasDefaultValue: true } option when type != typeof(bool) && option.Name != "--seed" =>
            $"`{Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture)}`",
        _ => "",
    };
}
