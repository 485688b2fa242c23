using WorkoutLog.Local.Cli.Help;

namespace WorkoutLog.Local.Cli.Script;

/// <summary>A command that the script carries out itself, before or beside this program, which only tells about it.</summary>
internal class ScriptCommand : DocumentedCommand
{
    public ScriptCommand(string name, CommandText text)
        : base(name, text) => SetAction(Task<int> (_) => throw new UserErrorException($"Only the script can do this: ./workout {name}"));
}
