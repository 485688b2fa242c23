using System.Globalization;
using System.Text.Json;
using WorkoutLog.Bench.Charts;
using WorkoutLog.Bench.Report;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Bench.Comparison;

/// <summary>The results of a comparison; the first contestant is the reference.</summary>
internal sealed class ComparisonReport(IReadOnlyList<ContestantRuns> contestants, ComparisonOptions options, string machine)
{
    private static readonly JsonSerializerOptions _camelCase = new(JsonSerializerDefaults.Web);

    /// <summary>One row per figure, one column per contestant, with the ratio to the first.</summary>
    public string ToMarkdown()
    {
        var table = new MarkdownTable([$"{options.Rounds} starts, {options.MemoryMiB} MiB", .. contestants.Select(runs => runs.Name)]);
        foreach (Figure figure in Figure.All)
        {
            table.Add([$"{figure}", .. contestants.Select(runs => Label(runs, figure))]);
        }

        return $"""
            {table}

            Each figure is the median over the rounds, and each ratio the median over the rounds of the ratio to {contestants[0].Name} in the same round; it may differ from the ratio of the two figures. `./workout bench comparison`, {machine}.
            """;
    }

    /// <summary>The first contestant's figures, rounded as in the table.</summary>
    public MeasuredFunctions ToMeasured()
    {
        ContestantRuns own = contestants[0];
        return new(
            machine, Math.Round(own.Of(Figure.Start), 1), Math.Round(own.Of(Figure.PostCpu), 2), Math.Round(own.Of(Figure.StatsCpu), 2),
            Math.Round(own.Of(Figure.Peak), 1));
    }

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            machine,
            options,
            contestants = contestants.ToDictionary(
                runs => runs.Name,
                runs => Figure.All.ToDictionary(
                    figure => $"{figure}",
                    figure => new { median = Math.Round(runs.Of(figure), 3), ratio = Math.Round(runs.RatioTo(contestants[0], figure), 3) })),
        },
        _camelCase);

    public Chart ToChart() => BarChart.Create(
        "WorkoutLog compared with other languages and tutorial code",
        $"{machine}; medians of {options.Rounds} starts, CPU of a function of {options.MemoryMiB} MiB after INIT",
        [Panel(Figure.Start), Panel(Figure.PostCpu), Panel(Figure.StatsCpu), Panel(Figure.Peak)]);

    private BarPanel Panel(Figure figure) => new(
        $"{char.ToUpperInvariant(figure.Name[0])}{figure.Name[1..]}, {figure.Unit}",
        [.. contestants.Select(runs => new Bar(runs.Name, runs.Of(figure), Label(runs, figure), IsOurs: runs == contestants[0]))]);

    private string Label(ContestantRuns runs, Figure figure)
    {
        string value = Number(runs.Of(figure));
        return runs == contestants[0] ? value : $"{value} ({Number(runs.RatioTo(contestants[0], figure))} ×)";
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
