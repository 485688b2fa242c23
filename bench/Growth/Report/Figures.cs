using System.Globalization;

namespace WorkoutLog.Bench.Growth.Report;

/// <summary>Formats figures as table cells.</summary>
internal static class Figures
{
    private const double Large = 100;

    /// <summary>One decimal below a hundred, none above.</summary>
    public static string Of(double value) => value.ToString(value < Large ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    public static string Of(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Median and 99th percentile, in milliseconds.</summary>
    public static string Of(Latency? latency) => latency is null ? "–" : $"{Of(latency.MedianMs)} / {Of(latency.P99Ms)}";
}
