using System.CommandLine;
using WorkoutLog.Local.Cli.Help;
using WorkoutLog.Local.Cli.Script;

namespace WorkoutLog.Local.Cli.Bench;

/// <summary><c>all</c>: every measurement, one after the other, as each would be made alone.</summary>
internal sealed class EverythingPart : ScriptCommand
{
    public EverythingPart()
        : base("all", new CommandText(
            Purpose.Try,
            "Makes every measurement, one after the other",
            new Example("./workout bench all --write", $"writes all of {ResultOptions.Document} anew"))) => Add(Write);

    public Option<bool> Write { get; } = new ResultOptions().Write;
}
