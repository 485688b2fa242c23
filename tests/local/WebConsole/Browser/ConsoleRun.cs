using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace WorkoutLog.Local.Tests.WebConsole.Browser;

/// <summary>A run of the real stack with fast metrics, and a browser that shows it.</summary>
public sealed class ConsoleRun : IAsyncLifetime
{
    // Enough concurrent senders for alarms that count failures, even if each request is slow.
    private static readonly string[] _types = ["RUN", "CYCLE", "SWIM", "WALK", "ROW", "STRENGTH", "YOGA", "HIIT"];

    private const int AllowedOrigins = 2;

    private LoopbackServer[] _origins = [];
    private UpProcess? _up;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Whether the stack has detailed monitoring and events, instead of its committed settings.</summary>
    internal bool IsDetailed { get; init; } = true;

    internal ApiClient Api => new(_up!.Url);

    internal Uri Url => _up!.Url;

    internal string Log => _up!.StandardError;

    public async Task InitializeAsync()
    {
        var chromium = Executables.Find("chromium")
            ?? throw new InvalidOperationException("chromium is missing; these tests need it. Fix: apt-get install chromium");
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(ConsolePage.LimitMilliseconds);
        // The pages are our own, and the sandbox does not work as root.
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        _origins = await Task.WhenAll(Enumerable.Range(0, AllowedOrigins + 1).Select(_ => LoopbackServer.StartAsync(0, AnswerWithPageAsync, _ => { }, CancellationToken.None)));
        _up = await UpProcess.StartAsync(IsDetailed ? WatchClosely : null, "--metric-minute", "5");
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_up?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Task.WhenAll(_origins.Select(origin => origin.DisposeAsync().AsTask()));
    }

    internal Task<ConsolePage> OpenAsync(string path = "", ViewportSize? viewport = null, ColorScheme colors = ColorScheme.Light) =>
        ConsolePage.OpenAsync(_browser!, new Uri(Url, $"/_console{path}"), viewport ?? new ViewportSize { Width = 1440, Height = 1000 }, colors);

    /// <summary>An empty page of another origin: the first two are allowed origins, the third is not.</summary>
    internal async Task<IPage> OpenOriginAsync(int which)
    {
        var page = await _browser!.NewPageAsync();
        await page.GotoAsync(_origins[which].Url.ToString());
        return page;
    }

    /// <param name="settings">Settings of this deployment only: <c>key=value</c>.</param>
    internal async Task RedeployAsync(params string[] settings)
    {
        var (exitCode, _, error) = await _up!.RunCommandAsync(["redeploy", .. settings.SelectMany(setting => (string[])["--config", setting])]);
        Assert.True(exitCode == 0, error);
    }

    /// <summary>Makes every DynamoDB call of the functions fail until the result is disposed.</summary>
    internal async Task<IAsyncDisposable> BreakDynamoDbAsync()
    {
        const string Faults = """{"faults":[{"action":"dynamodb:*","kind":"internalError","rate":1}]}""";
        using var http = new HttpClient();
        using var answer = await http.PutAsync(new Uri(Url, "/_faults"), new StringContent(Faults));
        answer.EnsureSuccessStatusCode();
        return new Outage(new Uri(Url, "/_faults"));
    }

    /// <summary>Reads and writes until the task ends.</summary>
    internal Task SendUntilAsync(Task end) => Task.WhenAll(Enumerable.Range(0, _types.Length).Select(async sender =>
    {
        while (!end.IsCompleted)
        {
            var user = $"caller-{sender}";
            await Api.PostAsync("/workouts", $$"""{"userId":"{{user}}","workoutType":"{{_types[sender]}}","durationMinutes":42.5,"caloriesBurned":310}""");
            await Api.GetAsync($"/stats/{user}");
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromSeconds(1)));
        }
    }).Append(end));

    private static Task AnswerWithPageAsync(HttpContext context) => context.Response.SendAsync(200, "text/html", "<title>App</title>"u8.ToArray());

    private void WatchClosely(string repository)
    {
        var file = Path.Combine(repository, "Pulumi.dev.yaml");
        var origins = string.Join(", ", _origins.Take(AllowedOrigins).Select(origin => origin.Url.GetLeftPart(UriPartial.Authority)));
        File.WriteAllText(file, File.ReadAllText(file).Replace(
            "workout-log:monitoring: basic",
            $"workout-log:monitoring: detailed\n  workout-log:events: eventBridge\n  workout-log:allowedOrigins: [{origins}]",
            StringComparison.Ordinal));
    }

    private sealed class Outage(Uri faults) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            using var http = new HttpClient();
            using var answer = await http.DeleteAsync(faults);
            answer.EnsureSuccessStatusCode();
        }
    }
}

/// <summary>The console in its own browser page, which records console messages and requested hosts.</summary>
internal sealed class ConsolePage : IAsyncDisposable
{
    // Reached only if something never appears.
    public const float LimitMilliseconds = 600_000;

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

    /// <summary>Checks that the page logged no error or warning, including CSP violations, and contacted only this machine.</summary>
    public void AssertQuiet()
    {
        Assert.Empty(_complaints);
        Assert.Equal(["127.0.0.1"], _hosts.Distinct());
    }

    public static async Task<ConsolePage> OpenAsync(IBrowser browser, Uri url, ViewportSize viewport, ColorScheme colors)
    {
        var page = new ConsolePage(await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = viewport, ColorScheme = colors }));
        page.Page.SetDefaultTimeout(LimitMilliseconds);
        await page.Page.GotoAsync(url.ToString());
        return page;
    }

    /// <summary>Waits until it is visible.</summary>
    public static Task SeeAsync(ILocator what) => Assertions.Expect(what).ToBeVisibleAsync();

    public static Task SeeTextAsync(ILocator what, string text) => Assertions.Expect(what).ToContainTextAsync(text);

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
