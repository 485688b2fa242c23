using System.Text.Json;
using System.Text.Json.Serialization;
using WorkoutLog.Bench.Charts;
using WorkoutLog.Bench.Growth.Reads;
using WorkoutLog.Bench.Growth.Writes;
using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Growth.Report;

/// <summary>All measurements, with machine, date and command.</summary>
internal sealed record GrowthReport(string Machine, string Command, ReadGrowth Reads, IReadOnlyList<WriteLevel> Writes)
{
    /// <summary>One line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, GrowthReportJson.Default.GrowthReport);

    public string ToText() =>
        string.Join("\n\n", [.. ReadTables.Of(Reads).Concat(WriteTables.Of(Writes)).Select(table => table.ToText()), Origin()]);

    public string ReadsMarkdown() => Markdown(ReadTables.Of(Reads));

    public string WritesMarkdown() => Markdown(WriteTables.Of(Writes));

    /// <summary>Medians of the API calls, and of the alternative without month rows.</summary>
    public Chart ToChart() => GrowthChart.Create(
        "Latency by history length",
        $"{Machine}; medians; every log read and added up: storage alone, without API and function",
        new ChartAxis("logs of the user"),
        new ChartAxis("ms"),
        [
            CurveOf(Reads.ThroughApi, ApiRead.AllTime),
            CurveOf(Reads.ThroughApi, StoreReads.FirstPage),
            CurveOf(Reads.ThroughApi, StoreReads.Create),
            CurveOf(Reads.InProcess, StoreReads.EveryLog),
        ]);

    private Curve CurveOf(IReadOnlyList<Series<Latency>> series, string name) => new(
        name,
        [.. Reads.Histories.Zip(series.Single(one => one.Name == name).Values, (history, latency) => ((double)history.Logs, latency.MedianMs))]);

    private string Markdown(IEnumerable<ResultTable> tables) => string.Join("\n\n", [.. tables.Select(table => table.ToMarkdown()), Origin()]);

    private string Origin() => $"{Machine}; client, API, functions and DynamoDB Local share the cores. Made by `{Command}`.";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GrowthReport))]
internal sealed partial class GrowthReportJson : JsonSerializerContext;
