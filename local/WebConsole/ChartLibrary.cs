using WorkoutLog.Local.Runner.Packages;

namespace WorkoutLog.Local.WebConsole;

/// <summary>Apache ECharts, which draws the graphs: fetched once, as it is published. A run goes on without it.</summary>
internal sealed class ChartLibrary : IAsyncDisposable
{
    /// <summary>Under which the page asks for it.</summary>
    public const string FileName = "echarts.mjs";

    private static readonly NpmPackage _pinned = new(
        "echarts", "6.1.0", "q0yaFPggC9FUdsWH4blavRWFmxdrIodbkoKNAjJudAI6CA9gNPxHtV2RcZNEepZVlk4yvBYkOkbk6HIVpIyHZA==")
    {
        Title = "ECharts, which draws the console's graphs",
        Size = "12 MB",
        CacheName = "echarts",
        Folder = "package/dist",
        File = "echarts.esm.min.mjs",
    };

    private readonly CancellationTokenSource _stop = new();
    private readonly Task<ConsoleAnswer> _answer;

    /// <param name="ensure">Answers the folder that holds the library.</param>
    internal ChartLibrary(Func<CancellationToken, Task<string>> ensure, Action<string> say) => _answer = LoadAsync(ensure, say);

    public static ChartLibrary Fetch(Action<string> say) => new(cancellation => _pinned.EnsureAsync(say, cancellation), say);

    /// <summary>The library, or why it is missing. The first time ever it takes as long as the download.</summary>
    public Task<ConsoleAnswer> AnswerAsync(CancellationToken cancellation) => _answer.WaitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _answer;
        _stop.Dispose();
    }

    private async Task<ConsoleAnswer> LoadAsync(Func<CancellationToken, Task<string>> ensure, Action<string> say)
    {
        // A run must not wait for it.
        await Task.Yield();
        try
        {
            var file = Path.Combine(await ensure(_stop.Token), _pinned.File!);
            return new ConsoleAnswer(200, ConsoleAssets.ContentType(FileName), await File.ReadAllBytesAsync(file, _stop.Token));
        }
        catch (OperationCanceledException)
        {
            return ConsoleAnswer.Text(404, "The run stops.");
        }
        catch (Exception exception) when (exception is UserErrorException or IOException or UnauthorizedAccessException)
        {
            say($"The console has no charts: {exception.Message}");
            return ConsoleAnswer.Text(404, exception.Message);
        }
    }
}
