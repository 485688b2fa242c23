using System.CommandLine;
using WorkoutLog.Local.Cli.Help;
using WorkoutLog.Local.Cli.Script;

namespace WorkoutLog.Local.Cli.Bench;

/// <summary><c>comparison</c>: our functions against usual samples in other languages, in one run.</summary>
internal sealed class ComparisonPart : ScriptCommand
{
    public ComparisonPart()
        : base("comparison", new CommandText(
            Purpose.Try,
            "Starts our functions, a Python and a JavaScript sample as Lambda does, in turn, and compares start, CPU, latency and memory",
            new Example("./workout bench comparison", "as the published figures were made"),
            new Example("./workout bench comparison --rounds 3 --warm 20 --memory 256 --json", "a shorter look at smaller functions, for machines")))
    {
        Add(Rounds);
        Add(Warm);
        Add(Memory);
        Add(Result.Json);
        Add(Result.Write);
    }

    public Option<int> Rounds { get; } = NumberOption.Create("--rounds", "Starts of each function that count", 15, 1, 1_000);

    public Option<int> Warm { get; } = NumberOption.Create("--warm", "Requests after the first, for each start", 100, 1, 10_000);

    public Option<int> Memory { get; } = NumberOption.Create("--memory", "MiB of each function; Lambda gives CPU in proportion", 512, 128, 1_769);

    public ResultOptions Result { get; } = new();
}
