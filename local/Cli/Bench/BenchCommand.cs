namespace WorkoutLog.Local.Cli.Bench;

/// <summary>
/// <c>bench</c>: declared here, so that help, completion and reference need no build of the bench. There each part gets its action.
/// </summary>
internal sealed class BenchCommand : ScriptCommand
{
    public const string CommandName = "bench";

    public BenchCommand()
        : base(CommandName, new CommandText(
            Purpose.Try, "Measures the functions against others, what their options give, how they grow, and where the time goes",
            new Example("./workout bench", "every measurement, which may take an hour"),
            new Example("./workout bench growth --write", $"one of them, and its tables and charts go into {ResultOptions.Document}"))
        {
            Notes = "Without a part it is all of them.",
        })
    {
        Add(Everything);
        Add(Comparison);
        Add(BuildOptions);
        Add(Growth);
        Add(Micro);
    }

    public EverythingPart Everything { get; } = new();

    public ComparisonPart Comparison { get; } = new();

    public OptionsPart BuildOptions { get; } = new();

    public GrowthPart Growth { get; } = new();

    public MicroPart Micro { get; } = new();
}

/// <summary><c>all</c>: every measurement, one after the other, as each would be made alone.</summary>
internal sealed class EverythingPart : ScriptCommand
{
    public EverythingPart()
        : base("all", new CommandText(
            Purpose.Try, "Makes every measurement, one after the other",
            new Example("./workout bench all --write", $"writes all of {ResultOptions.Document} anew"))) => Add(Write);

    public Option<bool> Write { get; } = new ResultOptions().Write;
}

/// <summary><c>comparison</c>: our functions against other languages and usual samples, in one run.</summary>
internal sealed class ComparisonPart : ScriptCommand
{
    public ComparisonPart()
        : base("comparison", new CommandText(
            Purpose.Try,
            "Measures start, CPU, latency and memory of our functions, of Go, Python and JavaScript on our data model, and of Python and JavaScript as tutorials write them",
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

/// <summary><c>options</c>: what each option of the build and of the start gives.</summary>
internal sealed class OptionsPart : ScriptCommand
{
    public OptionsPart()
        : base("options", new CommandText(
            Purpose.Try, "Builds the function with one option changed at a time (a minute each), and measures each build's start and size",
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

/// <summary><c>growth</c>: what a longer history and more clients at once do to latency, capacity and throughput.</summary>
internal sealed class GrowthPart : ScriptCommand
{
    public GrowthPart()
        : base("growth", new CommandText(
            Purpose.Try, "Measures reads from 10 logs of a user up, and writes of 1 to 64 clients at once",
            new Example("./workout bench growth", "as the published figures were made"),
            new Example("./workout bench growth --max-logs 1000 --repetitions 50 --seconds 2 --json", "a short look, for machines")))
    {
        Add(MaxLogs);
        Add(Repetitions);
        Add(Seconds);
        Add(Result.Json);
        Add(Result.Write);
    }

    public Option<int> MaxLogs { get; } = NumberOption.Create("--max-logs", "Logs of the user with the longest history", 100_000, 10, 10_000_000);

    public Option<int> Repetitions { get; } = NumberOption.Create("--repetitions", "Calls of each kind and history", 200, 1, 100_000);

    public Option<int> Seconds { get; } = NumberOption.Create("--seconds", "How long the clients of one concurrency write", 10, 1, 600);

    public ResultOptions Result { get; } = new();
}

/// <summary><c>micro</c>: what the hot parts of a request cost without any input or output.</summary>
internal sealed class MicroPart : ScriptCommand
{
    public MicroPart()
        : base("micro", new CommandText(
            Purpose.Try, "Measures parsing, roll-ups, keys and statistics with BenchmarkDotNet",
            new Example("./workout bench micro --quick", "three iterations of each, for a first look")))
    {
        Add(Quick);
        Add(Write);
    }

    public Option<bool> Quick { get; } = new("--quick") { Description = "Three iterations of each, for a first look" };

    public Option<bool> Write { get; } = new("--write") { Description = $"Put the table into {ResultOptions.Document}" };
}

/// <summary>Where a measurement's result goes besides the table on standard output.</summary>
internal sealed class ResultOptions
{
    /// <summary>What holds the results, from the repository's root.</summary>
    public const string Document = "docs/performance.md";

    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document on standard output" };

    public Option<bool> Write { get; } = new("--write") { Description = $"Put tables and charts into {Document}" };
}
