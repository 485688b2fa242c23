using WorkoutLog.Bench.Charts;

namespace WorkoutLog.Bench.Tests.Charts;

/// <summary>A chart of each kind, of numbers that were made up.</summary>
internal static class Samples
{
    public static Chart Bars(string ours = "WorkoutLog, Native AOT") => BarChart.Create(
        "From the start of the process to the answer of the first POST",
        "512 MB function, medians of 15 runs that take turns; 2026-11-21, 2 cores of a sample processor",
        [
            new("Cold start, ms", [new(ours, 45.2, "45", IsOurs: true), new("JavaScript, SDK v3", 449, "449 (9.9×)"), new("Python, boto3", 1163, "1,163 (25.7×)")]),
            new("CPU of a cold start, ms", [new(ours, 31, "31", IsOurs: true), new("JavaScript, SDK v3", 420, "420 (13.5×)"), new("Python, boto3", 1050, "1,050 (33.9×)")]),
            new("CPU of a warm POST, ms", [new(ours, 0.92, "0.92", IsOurs: true), new("JavaScript, SDK v3", 2.4, "2.4 (2.6×)"), new("Python, boto3", 5.6, "5.6 (6.1×)")]),
            new("Peak memory, MB", [new(ours, 34, "34", IsOurs: true), new("JavaScript, SDK v3", 96, "96 (2.8×)"), new("Python, boto3", 71, "71 (2.1×)")]),
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
        new ChartAxis("writers at a time", LogBase: 2),
        new ChartAxis("workouts a second"),
        [new("writes", [(1, 210), (2, 400), (4, 700), (8, 1100), (16, 1250), (32, 1300), (64, 1280)])]);
}
