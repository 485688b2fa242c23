using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Comparison;

/// <summary>All runs of a contestant.</summary>
internal sealed class ContestantRuns(string name)
{
    public string Name => name;

    /// <summary>One run per round.</summary>
    public List<FunctionRun> LogWorkout { get; } = [];

    /// <summary>One run per round.</summary>
    public List<FunctionRun> GetStats { get; } = [];

    /// <summary>The median of the rounds.</summary>
    public double Of(Figure figure) => Rounds(figure).Median();

    /// <summary>
    /// Ratio to another contestant's figure: the median of the per-round ratios. A disturbance affects both runs of a round, so this is
    /// more robust than the ratio of the medians, which may come from different rounds.
    /// </summary>
    public double RatioTo(ContestantRuns other, Figure figure) =>
        Rounds(figure).Zip(other.Rounds(figure), (own, others) => own / others).Median();

    private IEnumerable<double> Rounds(Figure figure) => LogWorkout.Zip(GetStats, figure.Of);
}
