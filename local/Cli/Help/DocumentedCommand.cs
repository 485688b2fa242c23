using System.CommandLine;

namespace WorkoutLog.Local.Cli.Help;

/// <summary>A command that help and reference can tell about in full.</summary>
internal class DocumentedCommand(string name, CommandText text) : Command(name, text.Summary)
{
    public CommandText Text { get; } = text;
}
