using Microsoft.Playwright;

namespace WorkoutLog.Local.Tests.WebConsole.Browser;

[Collection(ConsoleRunGroup.Name)]
public sealed class ConsolePageTests(ConsoleRun run)
{
    // More requests than the list ever has.
    private const int MaxTabStops = 250;

    [Fact]
    public async Task Draws_the_dashboard_with_accessible_names()
    {
        await using var console = await run.OpenAsync();
        await ConsolePage.SeeAsync(console.Page.Locator("#grid .chart canvas").First);

        var titles = await console.Page.Locator("#grid .widget.metric h3").EvaluateAllAsync<string[]>("all => all.map(one => one.firstChild.textContent)");
        var drawn = await console.Page.Locator("#grid .chart:has(canvas)").CountAsync();
        var charts = await console.Page.Locator("#grid .chart").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('aria-label') ?? '')");
        var nameless = await console.Page.Locator("a, button, input, summary").EvaluateAllAsync<string[]>(
            "all => all.filter(one => !(one.textContent.trim() || one.labels?.[0]?.textContent.trim())).map(one => one.outerHTML)");
        var ids = await console.Page.Locator("[id]").EvaluateAllAsync<string[]>("all => all.map(one => one.id)");

        Assert.Contains("Traffic", titles);
        Assert.NotEmpty(charts);
        Assert.Equal(charts.Length, drawn);
        Assert.Empty(nameless);
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(charts, Assert.NotEmpty);
        Assert.Equal(1, await console.Page.GetByRole(AriaRole.Main).CountAsync());
        Assert.Equal("assertive", await console.Page.Locator("#announcer").GetAttributeAsync("aria-live"));
        console.AssertQuiet();
    }

    [Fact]
    public async Task Shows_a_new_request_with_its_log_and_its_calls_to_aws_without_a_reload()
    {
        await using var console = await run.OpenAsync();
        await ConsolePage.SeeTextAsync(console.Page.Locator("#connection"), "Live");

        await run.Api.LogAsync("console-reader", "2026-01-05T10:00:00Z");
        await run.Api.StatsAsync("console-reader");
        await console.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "GET /stats/console-reader" }).ClickAsync();

        var sheet = console.Page.GetByRole(AriaRole.Dialog);
        await ConsolePage.SeeTextAsync(sheet, "GET /stats/console-reader");
        await ConsolePage.SeeTextAsync(sheet.Locator(".log"), "Request handled");
        await ConsolePage.SeeTextAsync(sheet.Locator("table"), "dynamodb:Query");
        await ConsolePage.SeeTextAsync(sheet, "LOCALSERVICE");
        console.AssertQuiet();
    }

    [Fact]
    public async Task Shows_the_event_of_a_new_workout()
    {
        await using var console = await run.OpenAsync();

        await run.Api.LogAsync("event-reader", "2026-01-05T10:00:00Z");

        var logged = console.Page.Locator("#event-list details", new PageLocatorOptions { HasText = "event-reader" });
        await ConsolePage.SeeTextAsync(logged, "workout.logged");
        await logged.First.ClickAsync();
        await ConsolePage.SeeTextAsync(logged.Locator("pre"), "\"userId\": \"event-reader\"");
        Assert.Matches(@"(?m)^Events +http://.*/_events$", run.Log);
        console.AssertQuiet();
    }

    [Fact]
    public async Task Opens_a_request_by_keyboard_and_comes_back()
    {
        await run.Api.StatsAsync("keyboard-user");
        await using var console = await run.OpenAsync();
        var link = console.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "GET /stats/keyboard-user" }).First;
        await ConsolePage.SeeAsync(link);
        await console.Page.GetByLabel("Only errors").FocusAsync();

        for (var stop = 0; stop < MaxTabStops && !await HasFocusAsync(link); stop++)
        {
            await console.Page.Keyboard.PressAsync("Tab");
        }

        await console.Page.Keyboard.PressAsync("Enter");
        var sheet = console.Page.GetByRole(AriaRole.Dialog);
        await ConsolePage.SeeTextAsync(sheet, "GET /stats/keyboard-user");
        await console.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await Assertions.Expect(link).ToBeFocusedAsync();
        Assert.DoesNotContain("#", console.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_texts_of_callers_as_text()
    {
        await run.Api.GetAsync("/stats/<img src=x onerror=alert(1)>");
        await using var console = await run.OpenAsync();

        await ConsolePage.SeeTextAsync(console.Page.Locator("#request-table"), "img");

        Assert.Equal(0, await console.Page.Locator("img").CountAsync());
        console.AssertQuiet();
    }

    [Fact]
    public async Task Opens_the_tree_of_resources_to_their_inputs()
    {
        await using var console = await run.OpenAsync("#resources");
        var tree = console.Page.Locator("#resource-tree");

        await tree.GetByText("WorkoutTable").First.ClickAsync();
        await tree.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "logs", Exact = true }).Last.ClickAsync();

        var sheet = console.Page.GetByRole(AriaRole.Dialog);
        await ConsolePage.SeeTextAsync(sheet, "aws:dynamodb/table:Table");
        await ConsolePage.SeeTextAsync(sheet, "workoutTimestamp");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1440)]
    public async Task Never_scrolls_sideways(int width)
    {
        await run.Api.StatsAsync("a-user-with-quite-a-long-name-that-fits-on-no-line-of-a-phone-whatever-the-font-may-be");
        await using var console = await run.OpenAsync(viewport: new ViewportSize { Width = width, Height = 740 });
        await ConsolePage.SeeAsync(console.Page.Locator("#request-table tbody tr").First);
        await ConsolePage.SeeAsync(console.Page.Locator("#grid .chart canvas").First);

        await AssertNoOverflowAsync(console);
        await console.Page.Locator("#request-table a").First.ClickAsync();
        await ConsolePage.SeeAsync(console.Page.GetByRole(AriaRole.Dialog));
        await AssertNoOverflowAsync(console);
    }

    [Fact]
    public async Task Shows_the_next_deployment_by_itself()
    {
        await using var console = await run.OpenAsync();
        var notes = console.Page.Locator("#notes");
        await ConsolePage.SeeTextAsync(console.Page.Locator("#connection"), "Live");

        await run.RedeployAsync("dashboard=false");
        await ConsolePage.SeeTextAsync(notes, "This stack has no dashboard.");
        await run.RedeployAsync();

        await Assertions.Expect(notes).Not.ToContainTextAsync("This stack has no dashboard.");
        console.AssertQuiet();
    }

    [Fact]
    public async Task Shows_the_alarm_of_an_outage_to_everybody_leads_to_its_runbook_and_clears()
    {
        await using var console = await run.OpenAsync();
        var page = console.Page;
        var alarm = page.Locator(".alarm-card").Filter(new LocatorFilterOptions { Has = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "api-server-errors", Exact = true }) });

        await using (await run.BreakDynamoDbAsync())
        {
            await ConsolePage.SeeTextAsync(page.Locator("#faults"), "Faults are injected.");
            await run.SendUntilAsync(ConsolePage.SeeAsync(alarm));
            await run.SendUntilAsync(AssertOutageAsync(console, alarm));
        }

        await run.SendUntilAsync(Assertions.Expect(alarm).ToBeHiddenAsync());
        await ConsolePage.SeeTextAsync(page.Locator(".chips a", new PageLocatorOptions { HasText = "api-server-errors" }), "OK");
        await Assertions.Expect(page.Locator("#faults")).ToBeHiddenAsync();
        console.AssertQuiet();
        Assert.Matches(@"\[alarm\] \S*api-server-errors OK → ALARM: (.*\n)*\[alarm\] \S*api-server-errors ALARM → OK: ", run.Log);
    }

    private async Task AssertOutageAsync(ConsolePage console, ILocator alarm)
    {
        await ConsolePage.SeeTextAsync(alarm, "▲ ALARM");
        await ConsolePage.SeeTextAsync(console.Page.Locator("#request-table"), "503");
        await AssertRunbookAsync(alarm.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Runbook: api-server-errors" }));
        await AccessibilityTests.AssertNoViolationAsync(console);
        await console.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await AccessibilityTests.AssertNoViolationAsync(console);
    }

    // Follows the link in a new page, so that the console stays open.
    private async Task AssertRunbookAsync(ILocator link)
    {
        var path = await link.GetAttributeAsync("href");
        await using var runbook = await run.OpenAsync(path!["/_console".Length..]);

        await ConsolePage.SeeAsync(runbook.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }));
        Assert.Contains("api-server-errors", runbook.Page.Url, StringComparison.Ordinal);
        runbook.AssertQuiet();
    }

    private static Task<bool> HasFocusAsync(ILocator link) => link.EvaluateAsync<bool>("link => link === document.activeElement");

    private static async Task AssertNoOverflowAsync(ConsolePage console)
    {
        var widths = await console.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.getElementById('sheet').scrollWidth, innerWidth]");

        Assert.True(widths[0] <= widths[2] && widths[1] <= widths[2], string.Join(' ', widths));
    }
}

/// <summary>The classes that share one run, and so the state of its alarms.</summary>
[CollectionDefinition(Name)]
[LongRunning]
public sealed class ConsoleRunGroup : ICollectionFixture<ConsoleRun>
{
    public const string Name = "Console run";
}
