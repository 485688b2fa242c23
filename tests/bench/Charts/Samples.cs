using System.Globalization;
using WorkoutLog.Bench.Charts;

namespace WorkoutLog.Bench.Tests.Charts;

/// <summary>A chart of each kind, with sample data.</summary>
internal static class Samples
{
    private static readonly string[] _others = ["Go, our model", "Python, our model", "Python, tutorial", "JavaScript, our model", "JavaScript, tutorial"];

    public static Chart Bars(string ours = "WorkoutLog") => BarChart.Create(
        "From the start of the process to the answer of the first POST",
        "512 MB function, medians of 15 runs that take turns; 2026-11-21, 2 cores of a sample processor",
        [
            Panel("Start → answer of the first POST, ms", ours, 45.2, 21.4, 449, 1163, 210, 231),
            Panel("CPU of a warm POST, ms", ours, 0.92, 0.61, 2.4, 5.6, 3.1, 4.8),
            Panel("CPU of a warm GET /stats, ms", ours, 0.69, 0.65, 3.4, 5.4, 2.2, 4.5),
            Panel("Peak memory, MiB", ours, 34, 11.6, 49.5, 71, 76.4, 90.1),
        ]);

    public static Chart Growth() => GrowthChart.Create(
        "A GET /stats stays the same, however much a user has logged",
        "Median latency of 50 requests; 2026-11-21, 2 cores of a sample processor",
        new ChartAxis("logs of the user"),
        new ChartAxis("ms"),
        [
            new("stats", [(10, 1.9), (100, 2.0), (1000, 2.1), (10_000, 2.4), (100_000, 3.1)]),
            new("list, first page", [(10, 2.1), (100, 2.9), (1000, 3.0), (10_000, 3.0), (100_000, 3.1)]),
            new("query and sum (Python)", [(10, 6.0), (100, 12), (1000, 75), (10_000, 720), (100_000, 7300)]),
        ]);

    public static Chart Throughput() => GrowthChart.Create(
        "Writes by concurrency",
        "DynamoDB Local",
        new ChartAxis("concurrent writers", LogBase: 2),
        new ChartAxis("workouts per second"),
        [new("writes", [(1, 210), (2, 400), (4, 700), (8, 1100), (16, 1250), (32, 1300), (64, 1280)])]);

    private static BarPanel Panel(string title, string ours, double first, params double[] others) => new(
        title,
        [
            new(ours, first, first.ToString(CultureInfo.InvariantCulture), IsOurs: true),
            .. _others.Zip(others, (name, value) => new Bar(name, value, string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##} ({value / first:0.0} ×)"))),
        ]);
}
