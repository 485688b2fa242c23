using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace WorkoutLog.Local.Tests.WebConsole.Browser;

/// <summary>The console in a browser window of its own, which writes down what it complains of and whom it asks.</summary>
internal sealed class ConsolePage : IAsyncDisposable
{
    // Only ends a wait for something that never comes.
    public const float LimitMilliseconds = 120_000;

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _hosts = new();

    private ConsolePage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Request += (_, request) => _hosts.Enqueue(new Uri(request.Url).Host);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the page, those of its content security policy too.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public IEnumerable<string> Hosts => _hosts.Distinct();

    public static async Task<ConsolePage> OpenAsync(IBrowser browser, Uri url, ViewportSize viewport, ColorScheme colors)
    {
        var page = new ConsolePage(await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = viewport, ColorScheme = colors }));
        page.Page.SetDefaultTimeout(LimitMilliseconds);
        await page.Page.GotoAsync(url.ToString());
        return page;
    }

    /// <summary>Waits until it is there.</summary>
    public static Task SeeAsync(ILocator what) => Assertions.Expect(what).ToBeVisibleAsync();

    public static Task SeeTextAsync(ILocator what, string text) => Assertions.Expect(what).ToContainTextAsync(text);

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
