using WorkoutLog.Bench.Report;

namespace WorkoutLog.Bench.Tests.Report;

public sealed class ResultsDocumentTests
{
    private const string Document = "# Title\n\n<!-- begin: a -->\nold\n<!-- end: a -->\n\nprose\n\n<!-- begin: b -->\n<!-- end: b -->\n";

    [Fact]
    public void Replaces_only_what_stands_between_the_marks_of_the_section()
    {
        var written = ResultsDocument.Replace(Document, "a", "| new |\n");

        Assert.Equal("# Title\n\n<!-- begin: a -->\n| new |\n<!-- end: a -->\n\nprose\n\n<!-- begin: b -->\n<!-- end: b -->\n", written);
    }

    [Fact]
    public void Writes_the_same_again_when_run_again()
    {
        var once = ResultsDocument.Replace(Document, "b", "x");

        Assert.Equal(once, ResultsDocument.Replace(once, "b", "x"));
    }

    [Theory]
    [InlineData("# no marks\n")]
    [InlineData("<!-- end: a -->\n<!-- begin: a -->\n")]
    public void Refuses_a_document_without_the_section(string document)
    {
        var error = Assert.Throws<InvalidOperationException>(() => ResultsDocument.Replace(document, "a", "x"));

        Assert.Equal("The document has no section 'a': it must have the lines <!-- begin: a --> and <!-- end: a -->, in this order.", error.Message);
    }
}
