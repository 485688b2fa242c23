using System.CommandLine;
using WorkoutLog.Local.Cli.Help;
using WorkoutLog.Local.Cli.Script;

namespace WorkoutLog.Local.Cli.Bench;

/// <summary><c>options</c>: what each option of the build and of the start gives.</summary>
internal sealed class OptionsPart : ScriptCommand
{
    public OptionsPart()
        : base("options", new CommandText(
            Purpose.Try,
            "Builds the function with one option changed at a time (a minute each), and measures each build's start and size",
            new Example("./workout bench options", "as the published figures were made"),
            new Example("./workout bench options --rounds 5 --json", "with fewer starts, for machines")))
    {
        Add(Rounds);
        Add(Result.Json);
        Add(Result.Write);
    }

    public Option<int> Rounds { get; } = NumberOption.Create("--rounds", "Starts of each build that count", 15, 1, 1_000);

    public ResultOptions Result { get; } = new();
}
