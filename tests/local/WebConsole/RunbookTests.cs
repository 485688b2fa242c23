using WorkoutLog.Local.WebConsole;

namespace WorkoutLog.Local.Tests.WebConsole;

public sealed class RunbookLibraryTests : IDisposable
{
    private readonly DirectoryInfo _repository = Directory.CreateTempSubdirectory("workout-test-");
    private readonly RunbookLibrary _library;

    public RunbookLibraryTests()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_repository.FullName, "docs", "runbooks")).FullName;
        File.WriteAllText(Path.Combine(folder, "api-server-errors.md"), "# The API fails\n\nSee [the other](table-throttles.md#fix).\n");
        File.WriteAllText(Path.Combine(folder, "table-throttles.md"), "# A table throttles\n");
        File.WriteAllText(Path.Combine(folder, "README.md"), "# All of them\n");
        File.WriteAllText(Path.Combine(_repository.FullName, "docs", "secret.md"), "# Not a runbook\n");
        _library = new RunbookLibrary(_repository.FullName);
    }

    public void Dispose() => _repository.Delete(recursive: true);

    [Fact]
    public void Knows_the_kinds_of_alarms_that_have_one()
    {
        Assert.Equal(["api-server-errors", "table-throttles"], _library.Kinds.AsEnumerable());
        Assert.Empty(new RunbookLibrary(Path.Combine(_repository.FullName, "elsewhere")).Kinds);
    }

    [Fact]
    public async Task Links_one_to_another()
    {
        var page = await _library.ReadAsync("api-server-errors", CancellationToken.None);

        Assert.Equal("The API fails", page!.Title);
        Assert.Contains("href=\"/_console/runbooks/table-throttles#fix\"", page.ToHtml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("..%2Fsecret")]
    [InlineData("api-server-errors.md")]
    [InlineData("api-server-errors\n")]
    [InlineData("no-such-kind")]
    [InlineData("")]
    public async Task Reads_nothing_else(string kind) => Assert.Null(await _library.ReadAsync(kind, CancellationToken.None));

    [Theory]
    [InlineData("docs/runbooks/table-throttles.md", "/_console/runbooks/table-throttles")]
    [InlineData("https://example.com/runbooks/table-throttles.md", "/_console/runbooks/table-throttles")]
    [InlineData("https://example.com/runbooks/no-such-kind.md", "https://example.com/runbooks/no-such-kind.md")]
    [InlineData("https://example.com/", "https://example.com/")]
    [InlineData("README.md#roll-back", "/_console/runbooks/README#roll-back")]
    [InlineData("#fix", "#fix")]
    [InlineData("../performance.md", null)]
    [InlineData("../../tests/Some.cs", null)]
    public void Keeps_links_to_runbooks_on_this_machine(string url, string? localized) => Assert.Equal(localized, _library.Localize(url));
}

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

    [Fact]
    public void A_fragment_has_no_ids() => Assert.Equal("<h2>Events</h2>\n", MarkdownPage.Parse("## Events", url => url).ToFragment());

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
    public void Removes_script_links(string markdown) => Assert.DoesNotContain("href", Render(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("/there", "<p>See <a href=\"/there\"><em>this</em> file</a>.</p>\n")]
    [InlineData(null, "<p>See <em>this</em> file.</p>\n")]
    public void Rewrites_links_and_keeps_the_text_of_removed_ones(string? target, string html) =>
        Assert.Equal(html, MarkdownPage.Parse("See [*this* file](here.md).", _ => target).ToHtml());

    [Theory]
    [InlineData("text\n\n# `api-server-errors`: the API *fails*\n", "api-server-errors: the API fails")]
    [InlineData("no heading", null)]
    public void Knows_its_title(string markdown, string? title) => Assert.Equal(title, MarkdownPage.Parse(markdown, url => url).Title);

    private static string Render(string markdown) => MarkdownPage.Parse(markdown, url => url).ToHtml();
}
