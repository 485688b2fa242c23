using Microsoft.Playwright;

namespace WorkoutLog.Local.Tests.WebConsole.Browser;

/// <summary>The screenshots of the documentation. With UPDATE_SNAPSHOTS=1 they are taken again, of the committed stack during an outage.</summary>
public sealed class PictureTests
{
    private const int MaxBytes = 300_000;

    private static readonly (string Name, ViewportSize Viewport)[] _pictures =
    [("console.png", new ViewportSize { Width = 1440, Height = 1040 }), ("console-phone.png", new ViewportSize { Width = 360, Height = 740 })];

    [Fact]
    public async Task Are_there_and_small()
    {
        if (CommittedFile.IsToBeWritten)
        {
            await TakeAsync();
        }

        Assert.All(_pictures, picture => Assert.InRange(new FileInfo(PathOf(picture.Name)).Length, 1, MaxBytes));
    }

    private static async Task TakeAsync()
    {
        await using var run = new ConsoleRun { IsDetailed = false };
        await run.InitializeAsync();
        foreach (var (name, viewport) in _pictures)
        {
            await using var console = await run.OpenAsync(viewport: viewport);
            await console.Page.GetByText("1 h", new PageGetByTextOptions { Exact = true }).ClickAsync();
            await run.SendUntilAsync(Task.Delay(TimeSpan.FromSeconds(15)));
            await using var outage = await run.BreakDynamoDbAsync();
            await run.SendUntilAsync(ConsolePage.SeeAsync(console.Page.Locator(".alarm-card").First));
            await run.SendUntilAsync(Task.Delay(TimeSpan.FromSeconds(2)));
            await console.Page.ScreenshotAsync(new PageScreenshotOptions { Path = PathOf(name) });
        }
    }

    private static string PathOf(string name) => Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "docs", "images", name);
}
