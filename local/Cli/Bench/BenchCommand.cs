using WorkoutLog.Local.Cli.Help;
using WorkoutLog.Local.Cli.Script;

namespace WorkoutLog.Local.Cli.Bench;

/// <summary>
/// <c>bench</c>: declared here, so that help, completion and reference need no build of the bench. There each part gets its action.
/// </summary>
internal sealed class BenchCommand : ScriptCommand
{
    public const string CommandName = "bench";

    public BenchCommand()
        : base(CommandName, new CommandText(
            Purpose.Try,
            "Measures the functions against others, what their options give, how they grow, and where the time goes",
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
