using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace WorkoutLog.Local.Tests.WebConsole.Browser;

/// <summary>axe-core on the pages, including text contrast.</summary>
[Collection(ConsoleRunGroup.Name)]
public sealed class AccessibilityTests(ConsoleRun run)
{
    // Listing all passed checks would take most of the time.
    private static readonly AxeRunOptions _all = new() { ResultTypes = [ResultType.Violations] };

    // Dark pages differ from light ones only in colours.
    private static readonly AxeRunOptions _contrast = new() { ResultTypes = [ResultType.Violations], RunOnly = RunOnlyOptions.Rules("color-contrast") };

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task The_console_and_a_runbook_have_no_violation(int width)
    {
        await run.Api.StatsAsync("reader");
        await using var console = await OpenAsync("", width);
        await ConsolePage.SeeAsync(console.Page.Locator("#grid .chart canvas").First);

        await AssertNoViolationAsync(console);
        await console.Page.Locator("#request-table a").First.ClickAsync();
        await ConsolePage.SeeTextAsync(console.Page.GetByRole(AriaRole.Dialog), "Request handled");
        await AssertNoViolationAsync(console);

        await using var runbook = await OpenAsync("/runbooks/api-server-errors", width);
        await AssertNoViolationAsync(runbook);
    }

    private Task<ConsolePage> OpenAsync(string path, int width) => run.OpenAsync(path, new ViewportSize { Width = width, Height = 900 });

    /// <summary>Light and dark.</summary>
    internal static async Task AssertNoViolationAsync(ConsolePage console)
    {
        foreach (var (colors, options) in new[] { (ColorScheme.Light, _all), (ColorScheme.Dark, _contrast) })
        {
            await console.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colors });
            var result = await console.Page.RunAxe(options);

            Assert.NotEmpty(result.Passes);
            Assert.True(result.Violations is [], $"{colors}:\n{string.Join('\n', result.Violations.SelectMany(Describe))}");
        }
    }

    private static IEnumerable<string> Describe(AxeResultItem violation) => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html} {node.Target}");
}
