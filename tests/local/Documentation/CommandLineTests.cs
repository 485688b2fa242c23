using WorkoutLog.Local.Cli;

namespace WorkoutLog.Local.Tests.Documentation;

/// <summary>Each <c>./workout</c> that a document names is a command with such options.</summary>
public sealed class CommandLineTests
{
    // The script's own, and the bench's, whose command line has a test of its own.
    private static readonly string[] _elsewhere = ["test", "setup", "help", "bench"];

    public static TheoryData<string> Documents => [.. MarkdownFile.All];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_command_line_is_understood(string path) => Assert.All(DocumentedCommands.In(path), arguments => Assert.Empty(Errors(arguments)));

    private static IEnumerable<string> Errors(string arguments)
    {
        var command = WorkoutCommand.Create();
        return DocumentedCommands.Typed(arguments) switch
        {
            [var elsewhere, ..] when _elsewhere.Contains(elsewhere) => [],
            // A text that speaks of a command leaves out what it must be given.
            [var name] => command.Subcommands.Any(subcommand => subcommand.Name == name) ? [] : [$"There is no command {name}."],
            var typed => command.Parse(typed).Errors.Select(error => $"{arguments}: {error.Message}"),
        };
    }
}
