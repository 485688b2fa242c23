using Microsoft.Playwright;

namespace WorkoutLog.Local.Tests.WebConsole.Browser;

/// <summary>The pictures of the documentation. With UPDATE_SNAPSHOTS=1 they are taken anew, during an outage.</summary>
[Collection(ConsoleRunGroup.Name)]
public sealed class PictureTests(ConsoleRun run)
{
    private const int MaxBytes = 300_000;

    private static readonly string _folder = Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "docs", "images");

    [Theory]
    [InlineData("console.png", 1440, 1100)]
    [InlineData("console-phone.png", 360, 740)]
    public async Task Are_there_and_small(string name, int width, int height)
    {
        var file = new FileInfo(Path.Combine(_folder, name));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await TakeAsync(file.FullName, new ViewportSize { Width = width, Height = height });
        }

        Assert.True(file.Exists, $"{file.FullName} is missing; UPDATE_SNAPSHOTS=1 takes it.");
        Assert.InRange(file.Length, 1, MaxBytes);
    }

    private async Task TakeAsync(string file, ViewportSize viewport)
    {
        await using var console = await run.OpenAsync(viewport: viewport);
        var alarm = console.Page.Locator(".alarm-card");
        await run.SendUntilAsync(Task.Delay(TimeSpan.FromSeconds(5)));
        await using (await run.BreakDynamoDbAsync())
        {
            await run.SendUntilAsync(ConsolePage.SeeAsync(alarm.First));
            await run.SendUntilAsync(Task.Delay(TimeSpan.FromSeconds(2)));
            await console.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        }
    }
}
