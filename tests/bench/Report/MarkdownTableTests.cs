using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Tests.Report;

public sealed class MarkdownTableTests
{
    [Fact]
    public void Writes_a_line_a_row_below_the_head()
    {
        var table = new MarkdownTable("a", "b");
        table.Add("1", "2");

        Assert.Equal("| a | b |\n| --- | --- |\n| 1 | 2 |", table.ToString());
    }

    [Fact]
    public void Refuses_a_row_that_does_not_fit()
    {
        var error = Assert.Throws<ArgumentException>(() => new MarkdownTable("a", "b").Add("1"));

        Assert.Equal("The row has 1 cells; the table has 2 columns. (Parameter 'cells')", error.Message);
    }
}
