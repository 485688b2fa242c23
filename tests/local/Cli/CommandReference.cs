using System.CommandLine;
using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Tests.Cli;

/// <summary>Renders the command tree as Markdown.</summary>
internal static class CommandReference
{
    private static readonly (Purpose Purpose, string Title)[] _parts =
    [
        (Purpose.Run, "Run"), (Purpose.Inspect, "Inspect"), (Purpose.Test, "Test and measure"), (Purpose.Deploy, "Deploy"), (Purpose.Data, "Import data"), (Purpose.Repair, "Repair"),
        (Purpose.Setup, "Set up"),
    ];

    /// <summary>The commands in <c>docs/commands.md</c>, by purpose.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        foreach (var (purpose, title) in _parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
            foreach (var (path, command) in CommandTree.All.Where(known => CommandTree.TextOf(known.Path).Purpose == purpose))
            {
                Append(text, path, command, CommandTree.TextOf(path));
            }
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    private static void Append(StringBuilder text, string path, Command command, CommandText about)
    {
        text.Append(CultureInfo.InvariantCulture, $"### {path}\n\n{about.Summary}.{(about.Notes is null ? "" : $" {about.Notes}")}\n\n```sh\n");
        var width = about.Examples.Max(example => example.Line.Length);
        foreach (var example in about.Examples)
        {
            text.Append($"{example.Line.PadRight(width)}  # {example.Description}\n");
        }

        text.Append("```\n\n");
        var answers = about.ExitCodes.Where(code => code.Code is ExitCode.Success or ExitCode.Failure && (about.Failure is not null || about.OnCtrlC == ExitCode.Success)).ToArray();
        if (answers.Length > 0)
        {
            text.Append($"Exit code {string.Join("; ", answers.Select(code => $"{code.Code}: {code.Meaning}"))}.\n\n");
        }

        Symbol[] symbols = [.. command.Arguments, .. command.Options.Where(option => option.Name != "--help")];
        if (symbols.Length > 0)
        {
            text.Append("| option | default | description |\n| --- | --- | --- |\n");
            foreach (var symbol in symbols)
            {
                text.Append($"| {Names(symbol)} | {Default(symbol)} | {Cell(symbol.Description!)} |\n");
            }

            text.Append('\n');
        }
    }

    // Escapes Markdown table separators and HTML tags.
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);

    private static string Names(Symbol symbol) => symbol is Option option
        ? string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Prepend(option.Name).Select(name => $"`{name}`"))
        : $"`<{symbol.Name}>`";

    // A random or an empty default is not listed.
    private static bool IsPlain(Type type) => typeof(IConvertible).IsAssignableFrom(Nullable.GetUnderlyingType(type) ?? type);

    private static string Default(Symbol symbol) => symbol switch
    {
        Option { Required: true } => "required",
        Option { ValueType: var type, Arity.MinimumNumberOfValues: > 0, HasDefaultValue: true } option when type != typeof(bool) && IsPlain(type) && option.Name != "--seed" =>
            $"`{Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture)}`",
        _ => "",
    };
}

/// <summary>All commands.</summary>
internal static class CommandTree
{
    /// <summary>Each with its path, such as <c>bench growth</c>, in the order of the help.</summary>
    public static IReadOnlyList<(string Path, Command Command)> All { get; } = [.. Under(WorkoutCommand.Create(), "")];

    public static TheoryData<string> Paths => [.. All.Select(known => known.Path)];

    public static Command Find(string path) => All.Single(known => known.Path == path).Command;

    public static CommandText TextOf(string path) => Assert.IsType<DocumentedCommand>(Find(path), exactMatch: false).Text;

    private static IEnumerable<(string Path, Command Command)> Under(Command command, string path) =>
        command.Subcommands.SelectMany(child => Under(child, $"{path} {child.Name}".Trim()).Prepend(($"{path} {child.Name}".Trim(), child)));
}

public sealed class CommandReferenceTests
{
    [Fact]
    public void The_documentation_matches_the_code() => CommittedFile.HoldsSection("docs/commands.md", "commands", CommandReference.Markdown());
}
