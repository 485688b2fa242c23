using System.CommandLine;
using WorkoutLog.Local.Cli.Help;
using WorkoutLog.Local.Cli.Script;

namespace WorkoutLog.Local.Cli.Bench;

/// <summary><c>micro</c>: what the hot parts of a request cost without any input or output.</summary>
internal sealed class MicroPart : ScriptCommand
{
    public MicroPart()
        : base("micro", new CommandText(
            Purpose.Try,
            "Measures parsing, roll-ups, keys and statistics with BenchmarkDotNet",
            new Example("./workout bench micro --quick", "three iterations of each, for a first look")))
    {
        Add(Quick);
        Add(Write);
    }

    public Option<bool> Quick { get; } = new("--quick") { Description = "Three iterations of each, for a first look" };

    public Option<bool> Write { get; } = new("--write") { Description = $"Put the table into {ResultOptions.Document}" };
}
