using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison;
using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Options;

/// <summary>All runs of one build.</summary>
/// <param name="ExecutableBytes">Size of the native executable.</param>
/// <param name="ArchiveBytes">Size of the zip.</param>
internal sealed record OptionRuns(BuildOption Option, FunctionUnderTest Function, long ExecutableBytes, long ArchiveBytes)
{
    /// <summary>One run per round.</summary>
    public List<FunctionRun> Runs { get; } = [];

    /// <summary>Median over the rounds, milliseconds.</summary>
    public double Of(Func<FunctionRun, TimeSpan> select) => Runs.Select(run => select(run).TotalMilliseconds).Median();

    public double PeakMiB => Runs.Max(run => run.PeakKiB) / 1024.0;
}
