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
    public void Shows_a_column_for_each_history_and_a_row_for_each_concurrency() => Assert.Equal(
        """
        Through the API and the packaged functions, median / p99 in ms
        logs                      10         1,000
        months with logs           1            34
        stats             3.1 / 10.0  11.3 / 1,235
        list, first page   3.0 / 9.0     3.0 / 9.0
        create             5.0 / 9.0     5.0 / 9.0

        Storage alone, without API and function, median / p99 in ms
        logs                                10      1,000
        months with logs                     1         34
        every log read and added up  1.0 / 2.0  250 / 300

        Capacity of one call as DynamoDB Local counts it, in read units (w: write units, of which DynamoDB bills half in a transaction)
        logs                  10   1,000
        months with logs       1      34
        stats                0.5     5.0
        create            12.0 w  12.0 w

        A user for each client
        clients at once  creates/s  median / p99 in ms  answers by status
        1                     50.0           4.0 / 8.0           201: 100

        One user for all clients, whose writes meet on one month row (DynamoDB Local lets them wait; DynamoDB refuses one of them, which is then tried again)
        clients at once  creates/s  median / p99 in ms  answers by status
        1                      0.0                   –     409: 3, 503: 1

        a machine; client, API, functions and DynamoDB Local share the cores. Made by `a command`.
        """,
        _report.ToText());

    [Fact]
    public void Json_has_every_figure_in_one_line() => Assert.Equal(
        """
        {"machine":"a machine","command":"a command","reads":{"histories":[{"userId":"logs-10","logs":10,"months":1},{"userId":"logs-1000","logs":1000,"months":34}],
        "throughApi":[{"name":"stats","values":[{"repetitions":200,"medianMs":3.14,"p99Ms":9.99},{"repetitions":200,"medianMs":11.25,"p99Ms":1234.5}]},
        {"name":"list, first page","values":[{"repetitions":200,"medianMs":3,"p99Ms":9},{"repetitions":200,"medianMs":3,"p99Ms":9}]},
        {"name":"create","values":[{"repetitions":200,"medianMs":5,"p99Ms":9},{"repetitions":200,"medianMs":5,"p99Ms":9}]}],
        "inProcess":[{"name":"every log read and added up","values":[{"repetitions":200,"medianMs":1,"p99Ms":2},{"repetitions":3,"medianMs":250,"p99Ms":300}]}],
        "capacity":[{"name":"stats","values":[{"read":0.5,"write":0},{"read":5,"write":0}]},{"name":"create","values":[{"read":0,"write":12},{"read":0,"write":12}]}]},
        "writes":[{"concurrency":1,"oneUser":false,"seconds":2,"created":{"repetitions":100,"medianMs":4,"p99Ms":8},"answers":{"201":100},"createsPerSecond":50},
        {"concurrency":1,"oneUser":true,"seconds":2,"created":null,"answers":{"409":3,"503":1},"createsPerSecond":0}]}
        """.Replace("\n", "", StringComparison.Ordinal),
        _report.ToJson());

    [Fact]
    public void A_document_gets_the_reads_and_the_writes_apart()
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
