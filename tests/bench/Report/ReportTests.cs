using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Tests.Report;

public sealed class ReportTests
{
    private const string Document = "# Title\n\n<!-- begin: a -->\nold\n<!-- end: a -->\n\nprose\n\n<!-- begin: b -->\n<!-- end: b -->\n";

    [Fact]
    public void A_terminal_gets_columns_and_a_document_Markdown()
    {
        var table = new ResultTable("Latency", "logs", "10", "100");
        table.Add("stats", "1.0", "12.0");

        Assert.Equal("Latency\nlogs    10   100\nstats  1.0  12.0", table.ToText());
        Assert.Equal("Latency:\n\n| logs | 10 | 100 |\n| --- | --- | --- |\n| stats | 1.0 | 12.0 |", table.ToMarkdown());
    }

    [Fact]
    public void A_row_of_the_wrong_length_is_rejected() => Assert.Equal(
        "The row has 1 cells; the table has 2 columns. (Parameter 'cells')",
        Assert.Throws<ArgumentException>(() => new MarkdownTable("a", "b").Add("1")).Message);

    [Fact]
    public void Replaces_only_the_text_between_the_marks_and_is_idempotent()
    {
        var once = ResultsDocument.Replace(Document, "b", "x");

        Assert.Equal(Document.Replace("old", "| new |", StringComparison.Ordinal), ResultsDocument.Replace(Document, "a", "| new |\n"));
        Assert.Equal(once, ResultsDocument.Replace(once, "b", "x"));
    }

    [Theory]
    [InlineData("# no marks\n")]
    [InlineData("<!-- end: a -->\n<!-- begin: a -->\n")]
    public void A_document_without_the_section_is_rejected(string document) => Assert.Equal(
        "The document has no section 'a': it must have the lines <!-- begin: a --> and <!-- end: a -->, in this order.",
        Assert.Throws<InvalidOperationException>(() => ResultsDocument.Replace(document, "a", "x")).Message);
}
