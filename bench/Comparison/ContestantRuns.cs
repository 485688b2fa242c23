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

    /// <summary>The median of the rounds.</summary>
    public double Of(Figure figure) => Rounds(figure).Median();

    /// <summary>
    /// How many times another's figure it is: the median of the ratios of each round. What disturbs a round disturbs both of its runs,
    /// so their ratio says more than that of medians, which may come from different rounds.
    /// </summary>
    public double RatioTo(ContestantRuns other, Figure figure) =>
        Rounds(figure).Zip(other.Rounds(figure), (own, others) => own / others).Median();

    private IEnumerable<double> Rounds(Figure figure) => LogWorkout.Zip(GetStats, figure.Of);
}
