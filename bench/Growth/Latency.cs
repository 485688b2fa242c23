using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Growth;

/// <summary>Latency of one call's repetitions, in milliseconds.</summary>
/// <param name="P99Ms">Nearest rank: with fewer than 100 repetitions it is the maximum.</param>
internal sealed record Latency(int Repetitions, double MedianMs, double P99Ms)
{
    /// <param name="times">At least one.</param>
    public static Latency Of(IReadOnlyCollection<TimeSpan> times)
    {
        double[] milliseconds = [.. times.Select(time => time.TotalMilliseconds)];
        return new Latency(milliseconds.Length, milliseconds.Median(), milliseconds.Quantile(0.99));
    }
}
