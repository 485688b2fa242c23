using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Growth;

/// <summary>How long the repetitions of one call took, in milliseconds.</summary>
/// <param name="P99Ms">By nearest rank: of fewer than 100 repetitions it is the longest.</param>
internal sealed record Latency(int Repetitions, double MedianMs, double P99Ms)
{
    /// <param name="times">At least one.</param>
    public static Latency Of(IReadOnlyCollection<TimeSpan> times)
    {
        double[] milliseconds = [.. times.Select(time => time.TotalMilliseconds)];
        return new Latency(milliseconds.Length, milliseconds.Median(), milliseconds.Quantile(0.99));
    }
}
