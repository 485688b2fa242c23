using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace WorkoutLog.Local.Tests.WebConsole.Browser;

/// <summary>axe-core on the pages, including text contrast.</summary>
[Collection(ConsoleRunGroup.Name)]
public sealed class AccessibilityTests(ConsoleRun run)
{
    // Listing all passed checks would take most of the time.
    private static readonly AxeRunOptions _options = new() { ResultTypes = [ResultType.Violations] };

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task The_console_and_a_runbook_have_no_violation(ColorScheme colors, int width)
    {
        await run.Api.StatsAsync("reader");
        await using var console = await OpenAsync("", colors, width);
        await ConsolePage.SeeAsync(console.Page.Locator("#grid .chart canvas").First);

        await AssertNoViolationAsync(console);
        await console.Page.Locator("#request-table a").First.ClickAsync();
        await ConsolePage.SeeTextAsync(console.Page.GetByRole(AriaRole.Dialog), "Request handled");
        await AssertNoViolationAsync(console);

        await using var runbook = await OpenAsync("/runbooks/api-server-errors", colors, width);
        await AssertNoViolationAsync(runbook);
    }

    private Task<ConsolePage> OpenAsync(string path, ColorScheme colors, int width) => run.OpenAsync(path, new ViewportSize { Width = width, Height = 900 }, colors);

    internal static async Task AssertNoViolationAsync(ConsolePage console)
    {
        var result = await console.Page.RunAxe(_options);

        Assert.NotEmpty(result.Passes);
        Assert.True(result.Violations is [], string.Join('\n', result.Violations.SelectMany(Describe)));
    }

    private static IEnumerable<string> Describe(AxeResultItem violation) => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html} {node.Target}");
}
