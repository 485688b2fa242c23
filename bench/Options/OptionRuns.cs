using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Comparison;
using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Options;

/// <summary>All that was seen of one build.</summary>
/// <param name="ExecutableBytes">Of the native executable.</param>
/// <param name="ArchiveBytes">Of the zip.</param>
internal sealed record OptionRuns(BuildOption Option, FunctionUnderTest Function, long ExecutableBytes, long ArchiveBytes)
{
    /// <summary>A run a round.</summary>
    public List<FunctionRun> Runs { get; } = [];

    /// <summary>Milliseconds; the median of the rounds.</summary>
    public double Of(Func<FunctionRun, TimeSpan> select) => Runs.Select(run => select(run).TotalMilliseconds).Median();

    public double PeakMiB => Runs.Max(run => run.PeakKiB) / 1024.0;
}
