using System.CommandLine;
using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Tests.Cli;

/// <summary>Says what the command tree knows in the form that people read.</summary>
internal static class CommandReference
{
    private static readonly (Purpose Purpose, string Title)[] _parts =
    [
        (Purpose.Run, "Run it"), (Purpose.See, "See it"), (Purpose.Try, "Try it"), (Purpose.Deploy, "Deploy it"), (Purpose.Data, "Bring data in"), (Purpose.Repair, "Repair it"),
        (Purpose.House, "Keep house"),
    ];

    /// <summary>The commands of <c>docs/commands.md</c>, by what they are for.</summary>
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
    // A list has no default worth a word.
    private static bool IsPlain(Type type) => typeof(IConvertible).IsAssignableFrom(Nullable.GetUnderlyingType(type) ?? type);

    private static string Default(Symbol symbol) => symbol switch
    {
        Option { Required: true } => "must be given",
        Option { ValueType: var type, Arity.MinimumNumberOfValues: > 0, HasDefaultValue: true } option when type != typeof(bool) && IsPlain(type) && option.Name != "--seed" =>
            $"`{Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture)}`",
        _ => "",
    };
}

/// <summary>Every command that there is.</summary>
internal static class CommandTree
{
    /// <summary>Each with the words that lead to it, in the order in which they are listed.</summary>
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
    public void The_documentation_says_what_the_code_says() => CommittedFile.HoldsSection("docs/commands.md", "commands", CommandReference.Markdown());
}
