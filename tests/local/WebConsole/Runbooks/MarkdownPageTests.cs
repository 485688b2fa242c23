using WorkoutLog.Local.WebConsole.Runbooks;

namespace WorkoutLog.Local.Tests.WebConsole.Runbooks;

public sealed class MarkdownPageTests
{
    [Fact]
    public void Renders_headings_tables_and_code()
    {
        var html = Render("# Title\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n```sh\npulumi up\n```\n");

        Assert.Contains("<h1 id=\"title\">Title</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<td>1</td>", html, StringComparison.Ordinal);
        Assert.EndsWith("<pre><code class=\"language-sh\" tabindex=\"0\">pulumi up\n</code></pre>\n", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <img src=x onerror=alert(1)> text")]
    public void Shows_html_as_text(string markdown)
    {
        var html = Render(markdown);

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("&lt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("[click](data:text/html,x)")]
    [InlineData("<javascript:alert(1)>")]
    public void Leads_to_no_script(string markdown) => Assert.DoesNotContain("href", Render(markdown), StringComparison.Ordinal);

    [Fact]
    public void Lets_links_be_led_elsewhere() =>
        Assert.Contains("href=\"/there\"", MarkdownPage.Parse("[a](here.md)", _ => "/there").ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Leaves_the_text_of_links_that_lead_nowhere() =>
        Assert.Equal("<p>See <em>this</em> file.</p>\n", MarkdownPage.Parse("See [*this* file](here.md).", _ => null).ToHtml());

    [Theory]
    [InlineData("text\n\n# `api-server-errors`: the API *fails*\n", "api-server-errors: the API fails")]
    [InlineData("no heading", null)]
    public void Knows_its_title(string markdown, string? title) => Assert.Equal(title, MarkdownPage.Parse(markdown, url => url).Title);

    private static string Render(string markdown) => MarkdownPage.Parse(markdown, url => url).ToHtml();
}
