using System.Text.Json.Nodes;
using WorkoutLog.Bench.Comparison;

namespace WorkoutLog.Bench.Tests.Comparison;

public sealed class ComparisonReportTests
{
    // Ratios 2, 1 and 3 with median 2; the ratio of the medians, 30 and 40, is 1.33. The second round was slow for both.
    private readonly ComparisonReport _report = new(
        [Contestant("ours", 10, 40, 30), Contestant("other", 20, 40, 90)], new ComparisonOptions(Rounds: 3, Warm: 1, MemoryMiB: 512), "a machine");

    [Fact]
    public void A_ratio_is_the_median_of_the_per_round_ratios_not_the_ratio_of_the_medians()
    {
        string[] rows = [.. _report.ToMarkdown().Split('\n').Where(line => line.StartsWith('|')).Skip(2)];

        Assert.Equal(Figure.All.Count, rows.Length);
        Assert.All(rows, row => Assert.EndsWith("| 30.0 | 40.0 (2.00 ×) |", row, StringComparison.Ordinal));
    }

    [Fact]
    public void Table_document_and_chart_show_the_same_ratio()
    {
        JsonNode start = JsonNode.Parse(_report.ToJson())!["contestants"]!["other"]![$"{Figure.Start}"]!;

        Assert.Equal((40, 2), (start["median"]!.GetValue<double>(), start["ratio"]!.GetValue<double>()));
        Assert.Contains("40.0 (2.00 \\u00D7)", _report.ToChart().Option.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>A contestant with the same value for every figure, in milliseconds or MiB.</summary>
    private static ContestantRuns Contestant(string name, params double[] rounds)
    {
        var runs = new ContestantRuns(name);
        foreach (double value in rounds)
        {
            TimeSpan time = TimeSpan.FromMilliseconds(value);
            var run = new FunctionRun(time, time, time, time, [time], time, (long)(value * 1024));
            runs.LogWorkout.Add(run);
            runs.GetStats.Add(run);
        }

        return runs;
    }
}
