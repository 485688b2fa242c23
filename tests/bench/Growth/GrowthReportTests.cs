using WorkoutLog.Bench.Growth;
using WorkoutLog.Bench.Growth.Reads;
using WorkoutLog.Bench.Growth.Report;
using WorkoutLog.Bench.Growth.Writes;

namespace WorkoutLog.Bench.Tests.Growth;

public sealed class GrowthReportTests
{
    private static readonly PagePlace _place = new("cursor", default);

    private readonly GrowthReport _report = new(
        "a machine",
        "a command",
        new ReadGrowth(
            [new History("logs-10", 10, 1, _place, _place), new History("logs-1000", 1_000, 34, _place, _place)],
            [
                new("stats", [new Latency(200, 3.14, 9.99), new Latency(200, 11.25, 1_234.5)]),
                new("list, first page", [new Latency(200, 3, 9), new Latency(200, 3, 9)]),
                new("create", [new Latency(200, 5, 9), new Latency(200, 5, 9)]),
            ],
            [new("every log read and added up", [new Latency(200, 1, 2), new Latency(3, 250, 300)])],
            [new("stats", [new Units(0.5, 0), new Units(5, 0)]), new("create", [new Units(0, 12), new Units(0, 12)])]),
        [
            new WriteLevel(1, OneUser: false, 2, new Latency(100, 4, 8), new Dictionary<int, int> { [201] = 100 }),
            new WriteLevel(1, OneUser: true, 2, null, new Dictionary<int, int> { [409] = 3, [503] = 1 }),
        ]);

    [Fact]
    public void Shows_a_column_for_each_history_and_a_row_for_each_concurrency_and_json_every_figure_in_one_line()
    {
        CommittedFile.Holds("tests/bench/Growth/report.txt", _ => _report.ToText() + "\n");
        CommittedFile.Holds("tests/bench/Growth/report.json", _ => _report.ToJson() + "\n");
    }

    [Fact]
    public void A_document_gets_reads_and_writes_separately()
    {
        string[] reads = _report.ReadsMarkdown().Split('\n');
        string[] writes = _report.WritesMarkdown().Split('\n');

        Assert.Contains("| stats | 3.1 / 10.0 | 11.3 / 1,235 |", reads);
        Assert.Contains("| 1 | 50.0 | 4.0 / 8.0 | 201: 100 |", writes);
        Assert.All([reads, writes], lines => Assert.Equal(
            "a machine; client, API, functions and DynamoDB Local share the cores. Made by `a command`.", lines[^1]));
    }

    [Fact]
    public void A_chart_has_the_medians_by_logs()
    {
        var series = _report.ToChart().Option["series"]!.AsArray();

        Assert.Equal(["stats", "list, first page", "create", "every log read and added up"], series.Select(one => one!["name"]!.GetValue<string>()));
        Assert.Equal("[[10,3.14],[1000,11.25]]", series[0]!["data"]!.ToJsonString());
    }
}
