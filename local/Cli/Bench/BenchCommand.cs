namespace WorkoutLog.Local.Cli.Bench;

/// <summary>
/// <c>bench</c>: declared here, so that help, completion and reference need no build of the bench. The bench adds the action of each part.
/// </summary>
internal sealed class BenchCommand : ScriptCommand
{
    public const string CommandName = "bench";

    public BenchCommand()
        : base(CommandName, new CommandText(
            Purpose.Test, "Compares the functions with other languages, and measures build options, growth and hot paths",
            new Example("./workout bench", "all measurements, up to an hour"),
            new Example("./workout bench growth --write", $"one part; updates its tables and charts in {ResultOptions.Document}"))
        {
            Notes = "Without a part, all parts run.",
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

/// <summary><c>all</c>: every measurement, one after the other.</summary>
internal sealed class EverythingPart : ScriptCommand
{
    public EverythingPart()
        : base("all", new CommandText(
            Purpose.Test, "Runs every measurement, one after the other",
            new Example("./workout bench all --write", $"updates all of {ResultOptions.Document}"))) => Add(Write);

    public Option<bool> Write { get; } = new ResultOptions().Write;
}

/// <summary><c>comparison</c>: the functions against other languages and typical samples, in one run.</summary>
internal sealed class ComparisonPart : ScriptCommand
{
    public ComparisonPart()
        : base("comparison", new CommandText(
            Purpose.Test,
            "Measures cold start, CPU, latency and memory of the functions, of Go, Python and JavaScript on the same data model, and of tutorial-style Python and JavaScript",
            new Example("./workout bench comparison", "the settings of the published figures"),
            new Example("./workout bench comparison --rounds 3 --warm 20 --memory 256 --json", "a shorter run with smaller functions, as JSON")))
    {
        Add(Rounds);
        Add(Warm);
        Add(Memory);
        Add(Result.Json);
        Add(Result.Write);
    }

    public Option<int> Rounds { get; } = NumberOption.Create("--rounds", "Measured cold starts of each function", 15, 1, 1_000);

    public Option<int> Warm { get; } = NumberOption.Create("--warm", "Warm requests after each cold start", 100, 1, 10_000);

    public Option<int> Memory { get; } = NumberOption.Create("--memory", "Memory of each function in MiB; Lambda allocates CPU in proportion", 512, 128, 1_769);

    public ResultOptions Result { get; } = new();
}

/// <summary><c>options</c>: the effect of each build and start-up option.</summary>
internal sealed class OptionsPart : ScriptCommand
{
    public OptionsPart()
        : base("options", new CommandText(
            Purpose.Test, "Builds the function with one option changed at a time (a minute each), and measures cold start and size of each build",
            new Example("./workout bench options", "the settings of the published figures"),
            new Example("./workout bench options --rounds 5 --json", "with fewer cold starts, as JSON")))
    {
        Add(Rounds);
        Add(Result.Json);
        Add(Result.Write);
    }

    public Option<int> Rounds { get; } = NumberOption.Create("--rounds", "Measured cold starts of each build", 15, 1, 1_000);

    public ResultOptions Result { get; } = new();
}

/// <summary><c>growth</c>: latency, capacity and throughput with a longer history and more concurrent clients.</summary>
internal sealed class GrowthPart : ScriptCommand
{
    public GrowthPart()
        : base("growth", new CommandText(
            Purpose.Test, "Measures reads for users with 10 or more logs, and writes of 1 to 64 concurrent clients",
            new Example("./workout bench growth", "the settings of the published figures"),
            new Example("./workout bench growth --max-logs 1000 --repetitions 50 --seconds 2 --json", "a short run, as JSON")))
    {
        Add(MaxLogs);
        Add(Repetitions);
        Add(Seconds);
        Add(Result.Json);
        Add(Result.Write);
    }

    public Option<int> MaxLogs { get; } = NumberOption.Create("--max-logs", "Logs of the user with the longest history", 100_000, 10, 10_000_000);

    public Option<int> Repetitions { get; } = NumberOption.Create("--repetitions", "Calls of each kind for each history length", 200, 1, 100_000);

    public Option<int> Seconds { get; } = NumberOption.Create("--seconds", "Duration of the writes at each concurrency level, in seconds", 10, 1, 600);

    public ResultOptions Result { get; } = new();
}

/// <summary><c>micro</c>: CPU cost of the hot paths of a request, without I/O.</summary>
internal sealed class MicroPart : ScriptCommand
{
    public MicroPart()
        : base("micro", new CommandText(
            Purpose.Test, "Measures parsing, roll-ups, keys and statistics with BenchmarkDotNet",
            new Example("./workout bench micro --quick", "three iterations each, for a quick estimate")))
    {
        Add(Quick);
        Add(Write);
    }

    public Option<bool> Quick { get; } = new("--quick") { Description = "Run three iterations each, for a quick estimate" };

    public Option<bool> Write { get; } = new("--write") { Description = $"Update the table in {ResultOptions.Document}" };
}

/// <summary>Outputs of a measurement other than the table on standard output.</summary>
internal sealed class ResultOptions
{
    /// <summary>The document with the results, relative to the repository root.</summary>
    public const string Document = "docs/performance.md";

    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document on standard output" };

    public Option<bool> Write { get; } = new("--write") { Description = $"Update the tables and charts in {Document}" };
}
