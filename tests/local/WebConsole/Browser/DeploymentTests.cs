using Microsoft.Playwright;

namespace WorkoutLog.Local.Tests.WebConsole.Browser;

[Collection(ConsoleRunGroup.Name)]
public sealed class DeploymentTests(ConsoleRun run)
{
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
        Assert.Equal(["127.0.0.1"], console.Hosts);
        Assert.Empty(console.Complaints);
    }
}
