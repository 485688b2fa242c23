using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Comparison;

/// <summary>A compared quantity.</summary>
/// <param name="Name">Name in tables.</param>
/// <param name="Of">Its value in one round, from the runs of <c>POST /workouts</c> and <c>GET /stats</c>.</param>
internal sealed record Figure(string Name, string Unit, Func<FunctionRun, FunctionRun, double> Of)
{
    public static readonly Figure Start = Milliseconds("start → answer of the first POST", (post, _) => post.FirstAnswer);
    public static readonly Figure PostCpu = Milliseconds("CPU of a warm POST", (post, _) => post.WarmCpu);
    public static readonly Figure StatsCpu = Milliseconds("CPU of a warm GET /stats", (_, stats) => stats.WarmCpu);
    public static readonly Figure Peak = new("peak memory", "MiB", (post, stats) => Math.Max(post.PeakKiB, stats.PeakKiB) / 1024.0);

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        Start,
        Milliseconds("of which INIT (start → first poll for work)", (post, _) => post.Init),
        Milliseconds("CPU of it", (post, _) => post.ColdCpu),
        Milliseconds("start → answer of the first GET /stats", (_, stats) => stats.FirstAnswer),
        Latency("warm POST, p50", (post, _) => post, 0.5),
        Latency("warm POST, p99", (post, _) => post, 0.99),
        PostCpu,
        Latency("warm GET /stats, p50", (_, stats) => stats, 0.5),
        Latency("warm GET /stats, p99", (_, stats) => stats, 0.99),
        StatsCpu,
        Peak,
    ];

    public override string ToString() => $"{Name}, {Unit}";

    private static Figure Milliseconds(string name, Func<FunctionRun, FunctionRun, TimeSpan> of) =>
        new(name, "ms", (post, stats) => of(post, stats).TotalMilliseconds);

    private static Figure Latency(string name, Func<FunctionRun, FunctionRun, FunctionRun> run, double share) =>
        new(name, "ms", (post, stats) => run(post, stats).Warm.Select(latency => latency.TotalMilliseconds).Quantile(share));
}
