using WorkoutLog.Bench.Report;
namespace WorkoutLog.Bench.Comparison;

/// <summary>All that was seen of a contestant.</summary>
internal sealed class ContestantRuns(string name)
{
    public string Name => name;

    /// <summary>A run a round.</summary>
    public List<FunctionRun> LogWorkout { get; } = [];

    /// <summary>A run a round.</summary>
    public List<FunctionRun> GetStats { get; } = [];

    /// <summary>Milliseconds; the median of the rounds.</summary>
    public double Start => Milliseconds(LogWorkout, run => run.FirstAnswer);

    /// <inheritdoc cref="Start"/>
    public double Init => Milliseconds(LogWorkout, run => run.Init);

    /// <inheritdoc cref="Start"/>
    public double StartCpu => Milliseconds(LogWorkout, run => run.ColdCpu);

    /// <inheritdoc cref="Start"/>
    public double StatsStart => Milliseconds(GetStats, run => run.FirstAnswer);

    /// <summary>The most of all rounds, MiB.</summary>
    public double PeakMiB => LogWorkout.Concat(GetStats).Max(run => run.PeakKiB) / 1024.0;

    /// <summary>CPU milliseconds of a request after the first; the median of the rounds.</summary>
    public static double WarmCpu(IReadOnlyList<FunctionRun> runs) => Milliseconds(runs, run => run.WarmCpu);

    /// <summary>Milliseconds of a request after the first, of all rounds together.</summary>
    public static double Warm(IReadOnlyList<FunctionRun> runs, double share) =>
        runs.SelectMany(run => run.Warm).Select(latency => latency.TotalMilliseconds).Quantile(share);

    private static double Milliseconds(IReadOnlyList<FunctionRun> runs, Func<FunctionRun, TimeSpan> select) =>
        runs.Select(run => select(run).TotalMilliseconds).Median();
}
