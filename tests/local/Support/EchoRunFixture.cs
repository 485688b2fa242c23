using System.Collections.Concurrent;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Tests.Support;

/// <summary>A run of the sample stack with the shell function behind it.</summary>
public sealed class EchoRunFixture : IAsyncLifetime
{
    private readonly ShellFunction _code = ShellFunction.Create();
    private LocalRun? _run;

    public ConcurrentQueue<string> Log { get; } = new();

    public HttpClient Http { get; } = new();

    public Uri Url => new(_run!.Url);

    public async Task InitializeAsync()
    {
        _run = await LocalRun.StartAsync(
            _code.PackInto(SampleGraph.Stack()), new LocalRunOptions(_code.Repository, 0, Log.Enqueue, TimeProvider.System), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _run!.DisposeAsync();
        _code.Dispose();
    }
}
