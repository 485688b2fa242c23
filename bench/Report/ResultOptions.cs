using System.CommandLine;

namespace WorkoutLog.Bench.Report;

/// <summary>Where a measurement's result goes besides the table on standard output.</summary>
internal sealed class ResultOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Print one line of JSON on standard output" };

    public Option<bool> Write { get; } = new("--write") { Description = $"Put tables and charts into {PerformanceDocument.Path}" };
}
