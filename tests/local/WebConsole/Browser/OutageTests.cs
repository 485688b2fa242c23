using Microsoft.Playwright;

namespace WorkoutLog.Local.Tests.WebConsole.Browser;

[Collection(ConsoleRunGroup.Name)]
public sealed class OutageTests(ConsoleRun run)
{
    [Fact]
    public async Task Shows_the_alarm_of_an_outage_leads_to_its_runbook_and_clears()
    {
        await using var console = await run.OpenAsync();
        var page = console.Page;
        var alarm = page.Locator(".alarm-card").Filter(new LocatorFilterOptions { Has = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "api-server-errors", Exact = true }) });

        await using (await run.BreakDynamoDbAsync())
        {
            await ConsolePage.SeeTextAsync(page.Locator("#faults"), "Faults are injected.");
            await run.SendUntilAsync(ConsolePage.SeeAsync(alarm));
            await ConsolePage.SeeTextAsync(alarm, "▲ ALARM");
            await ConsolePage.SeeTextAsync(page.Locator("#request-table"), "503");
            await AssertRunbookAsync(alarm.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Runbook: api-server-errors" }));
        }

        await run.SendUntilAsync(Assertions.Expect(alarm).ToBeHiddenAsync());
        await ConsolePage.SeeTextAsync(page.Locator(".chips a", new PageLocatorOptions { HasText = "api-server-errors" }), "OK");
        await Assertions.Expect(page.Locator("#faults")).ToBeHiddenAsync();
        Assert.Equal(["127.0.0.1"], console.Hosts);
        Assert.Empty(console.Complaints);
    }

    // The link stays in its window, so another one follows it.
    private async Task AssertRunbookAsync(ILocator link)
    {
        var path = await link.GetAttributeAsync("href");
        await using var runbook = await run.OpenAsync(path!["/_console".Length..]);

        await ConsolePage.SeeAsync(runbook.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }));
        Assert.Contains("api-server-errors", runbook.Page.Url, StringComparison.Ordinal);
        Assert.Empty(runbook.Complaints);
    }
}
