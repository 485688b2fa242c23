using System.CommandLine;

namespace WorkoutLog.Local.Cli.Bench;

/// <summary>Where a measurement's result goes besides the table on standard output.</summary>
internal sealed class ResultOptions
{
    /// <summary>What holds the results, from the repository's root.</summary>
    public const string Document = "docs/performance.md";

    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document on standard output" };

    public Option<bool> Write { get; } = new("--write") { Description = $"Put tables and charts into {Document}" };
}
