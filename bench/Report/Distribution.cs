namespace WorkoutLog.Bench.Report;

/// <summary>Points of a distribution of measured values.</summary>
internal static class Distribution
{
    /// <summary>The middle value; for an even count, the mean of the two middle values.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? throw new ArgumentException("The median needs at least one value.", nameof(values))
            : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The smallest value that at least <paramref name="share"/> of all values do not exceed (nearest rank).</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public static double Quantile(this IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
