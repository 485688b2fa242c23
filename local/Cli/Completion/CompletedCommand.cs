using System.CommandLine;
using System.CommandLine.Completions;

namespace WorkoutLog.Local.Cli.Completion;

/// <summary>What a shell needs to know of a command.</summary>
/// <param name="Path">The words that lead to it; none for the script itself.</param>
/// <param name="Words">What may follow it beside options: commands or values of its argument, with what they are.</param>
internal sealed record CompletedCommand(
    IReadOnlyList<string> Path, IReadOnlyList<(string Name, string Description)> Words, IReadOnlyList<CompletedOption> Options)
{
    private static readonly string[] _help = ["--help", "-h"];

    /// <summary>The command and all under it.</summary>
    public static IEnumerable<CompletedCommand> AllOf(RootCommand root) => Of(root, []);

    private static IEnumerable<CompletedCommand> Of(Command command, IReadOnlyList<string> path)
    {
        var commands = command.Subcommands.Select(known => (known.Name, known.Description ?? ""));
        var values = command.Arguments.SelectMany(argument => argument.GetCompletions(CompletionContext.Empty)).Select(item => (item.Label, ""));
        var options = command.Options.Where(option => option is not VersionOption && !_help.Contains(option.Name)).Select(CompletedOption.Of)
            .Append(new CompletedOption(_help, "Show help", TakesValue: false, []));
        return command.Subcommands
            .SelectMany(child => Of(child, [.. path, child.Name]))
            .Prepend(new CompletedCommand(path, [.. commands, .. values], [.. options]));
    }
}
