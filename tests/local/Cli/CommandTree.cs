using System.CommandLine;
using WorkoutLog.Local.Cli;
using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Tests.Cli;

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
