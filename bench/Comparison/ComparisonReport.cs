using System.Globalization;
using System.Text.Json;
using WorkoutLog.Bench.Charts;
using WorkoutLog.Bench.Report;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Bench.Comparison;

/// <summary>What a comparison found; the first contestant is the one that the others are held against.</summary>
internal sealed class ComparisonReport(IReadOnlyList<ContestantRuns> contestants, ComparisonOptions options, string machine)
{
    private static readonly JsonSerializerOptions _camelCase = new(JsonSerializerDefaults.Web);

    private readonly (string Name, string Unit, Func<ContestantRuns, double> Of)[] _figures =
    [
        ("start → answer of the first POST", "ms", runs => runs.Start),
        ("of it until the first question for work (INIT)", "ms", runs => runs.Init),
        ("CPU of it", "ms", runs => runs.StartCpu),
        ("start → answer of the first GET /stats", "ms", runs => runs.StatsStart),
        ("warm POST, p50", "ms", runs => ContestantRuns.Warm(runs.LogWorkout, 0.5)),
        ("warm POST, p99", "ms", runs => ContestantRuns.Warm(runs.LogWorkout, 0.99)),
        ("CPU of a warm POST", "ms", runs => ContestantRuns.WarmCpu(runs.LogWorkout)),
        ("warm GET /stats, p50", "ms", runs => ContestantRuns.Warm(runs.GetStats, 0.5)),
        ("warm GET /stats, p99", "ms", runs => ContestantRuns.Warm(runs.GetStats, 0.99)),
        ("CPU of a warm GET /stats", "ms", runs => ContestantRuns.WarmCpu(runs.GetStats)),
        ("peak memory", "MiB", runs => runs.PeakMiB),
    ];

    /// <summary>A row a figure, a column a contestant, with how many times the first one's it is.</summary>
    public string ToMarkdown()
    {
        var table = new MarkdownTable([$"{options.Rounds} starts, {options.MemoryMiB} MiB", .. contestants.Select(runs => runs.Name)]);
        foreach (var (name, unit, of) in _figures)
        {
            double first = of(contestants[0]);
            table.Add([$"{name}, {unit}", Number(first), .. contestants.Skip(1).Select(runs => $"{Number(of(runs))} ({Number(of(runs) / first)} ×)")]);
        }

        return $"{table}\n\n`./workout bench comparison`, {machine}.";
    }

    /// <summary>Of the first contestant, rounded as in the table.</summary>
    public MeasuredFunctions ToMeasured()
    {
        ContestantRuns own = contestants[0];
        return new(
            machine, Math.Round(own.Start, 1), Math.Round(ContestantRuns.WarmCpu(own.LogWorkout), 2), Math.Round(ContestantRuns.WarmCpu(own.GetStats), 2),
            Math.Round(own.PeakMiB, 1));
    }

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            machine,
            options,
            contestants = contestants.ToDictionary(
                runs => runs.Name,
                runs => _figures.ToDictionary(figure => $"{figure.Name}, {figure.Unit}", figure => Math.Round(figure.Of(runs), 3))),
        },
        _camelCase);

    public Chart ToChart() => BarChart.Create(
        "WorkoutLog against Go and usual samples",
        $"{machine}; medians of {options.Rounds} starts, CPU of a function of {options.MemoryMiB} MiB after INIT",
        [
            Panel("Start → answer of the first POST", "ms", runs => runs.Start),
            Panel("CPU of a warm POST", "ms", runs => ContestantRuns.WarmCpu(runs.LogWorkout)),
            Panel("CPU of a warm GET /stats", "ms", runs => ContestantRuns.WarmCpu(runs.GetStats)),
            Panel("Peak memory", "MiB", runs => runs.PeakMiB),
        ]);

    private BarPanel Panel(string title, string unit, Func<ContestantRuns, double> of) => new(
        $"{title}, {unit}",
        [.. contestants.Select((runs, index) => new Bar(
            runs.Name,
            of(runs),
            index == 0 ? Number(of(runs)) : $"{Number(of(runs))} ({Number(of(runs) / of(contestants[0]))} ×)",
            IsOurs: index == 0))]);

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
