using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Tests.Report;

public sealed class ResultTableTests
{
    private readonly ResultTable _table = new("Latency", "logs", "10", "100");

    public ResultTableTests()
    {
        _table.Add("stats", "1.0", "12.0");
    }

    [Fact]
    public void A_terminal_gets_columns() => Assert.Equal("Latency\nlogs    10   100\nstats  1.0  12.0", _table.ToText());

    [Fact]
    public void A_document_gets_Markdown() =>
        Assert.Equal("Latency:\n\n| logs | 10 | 100 |\n| --- | --- | --- |\n| stats | 1.0 | 12.0 |", _table.ToMarkdown());
}
