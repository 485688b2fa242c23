using WorkoutLog.Local.WebConsole.Runbooks;

namespace WorkoutLog.Local.Tests.WebConsole.Runbooks;

public sealed class RunbookLibraryTests : IDisposable
{
    private readonly DirectoryInfo _repository = Directory.CreateTempSubdirectory("workout-test-");
    private readonly RunbookLibrary _library;

    public RunbookLibraryTests()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_repository.FullName, "docs", "runbooks")).FullName;
        File.WriteAllText(Path.Combine(folder, "api-server-errors.md"), "# The API fails\n\nSee [the other](table-throttles.md#mend).\n");
        File.WriteAllText(Path.Combine(folder, "table-throttles.md"), "# A table throttles\n");
        File.WriteAllText(Path.Combine(folder, "README.md"), "# All of them\n");
        File.WriteAllText(Path.Combine(_repository.FullName, "docs", "secret.md"), "# Not a runbook\n");
        _library = new RunbookLibrary(_repository.FullName);
    }

    public void Dispose() => _repository.Delete(recursive: true);

    [Fact]
    public void Knows_the_kinds_of_alarms_that_have_one() => Assert.Equal(["api-server-errors", "table-throttles"], _library.Kinds.AsEnumerable());

    [Fact]
    public async Task Leads_from_one_to_another()
    {
        var page = await _library.ReadAsync("api-server-errors", CancellationToken.None);

        Assert.Equal("The API fails", page!.Title);
        Assert.Contains("href=\"/_console/runbooks/table-throttles#mend\"", page.ToHtml(), StringComparison.Ordinal);
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
    [InlineData("#mend", "#mend")]
    [InlineData("../performance.md", null)]
    [InlineData("../../tests/Some.cs", null)]
    public void Keeps_links_to_runbooks_on_this_machine(string url, string? localized) => Assert.Equal(localized, _library.Localize(url));

    [Fact]
    public void Is_empty_where_the_repository_has_none() => Assert.Empty(new RunbookLibrary(Path.Combine(_repository.FullName, "elsewhere")).Kinds);
}
