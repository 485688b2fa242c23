using System.Text.RegularExpressions;
using WorkoutLog.Local.Cli;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>Each <c>./workout</c> that a document names is a command with such options.</summary>
public sealed partial class CommandLineTests
{
    // The script's own, and the bench's, whose command line has a test of its own.
    private static readonly string[] _elsewhere = ["test", "setup", "help", "bench"];

    public static TheoryData<string> Documents => [.. MarkdownFile.All];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_command_line_is_understood(string path) => Assert.All(
        MarkdownFile.Read(path).Commands.SelectMany(line => Command().Matches(line)).Select(match => match.Groups["arguments"].Value.Trim()),
        arguments => Assert.Empty(Errors(arguments)));

    private static IEnumerable<string> Errors(string arguments)
    {
        var command = WorkoutCommand.Create();
        return arguments.Split(' ') switch
        {
            [var elsewhere, ..] when _elsewhere.Contains(elsewhere) => [],
            // A text that speaks of a command leaves out what it must be given.
            [var name] => command.Subcommands.Any(subcommand => subcommand.Name == name) ? [] : [$"There is no command {name}."],
            _ => command.Parse(Filled(arguments)).Errors.Select(error => $"{arguments}: {error.Message}"),
        };
    }

    // Letters that stand for a number, a stack or a user; parts that may be left out.
    private static string Filled(string arguments) => Placeholder().Replace(Redirection().Replace(arguments, ""), match => match.Value switch
    {
        "S" => "dev",
        "U" => "athlete-1",
        _ => "7",
    }).Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\./workout (?<arguments>[a-z][^|&;#\n]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\s2?>\s*\S+")]
    private static partial Regex Redirection();

    [GeneratedRegex(@"(?<= )\d?[NSU](?=\]|\s|$)")]
    private static partial Regex Placeholder();
}
