using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Tests;

/// <summary>A run of the sample stack with the shell function behind it, to which a test deploys.</summary>
internal sealed class EchoRun : IAsyncDisposable
{
    private static readonly HttpClient _http = new();
    private readonly ShellFunction _code = ShellFunction.Create();
    private readonly RunRecorder _recorder = new();

    public LocalRun Run { get; private set; } = null!;

    public Uri Url => new(Run.Url);

    public string Repository => _code.Repository;

    public ConcurrentQueue<string> Log => _recorder.Log;

    public InvocationEnded[] Invocations => _recorder.Of<InvocationEnded>();

    public VersionChanged[] Versions => _recorder.Of<VersionChanged>();

    public AliasSwitched[] Aliases => _recorder.Of<AliasSwitched>();

    /// <param name="first">Changes the first deployment.</param>
    public static async Task<EchoRun> StartAsync(Func<ResourceGraph, ResourceGraph>? first = null, Func<LocalRunOptions, LocalRunOptions>? configure = null)
    {
        var echo = new EchoRun();
        var graph = echo._code.PackInto(SampleGraph.Stack());
        var options = new LocalRunOptions(echo.Repository, 0, echo.Log.Enqueue, TimeProvider.System);
        try
        {
            echo.Run = await LocalRun.StartAsync(first?.Invoke(graph) ?? graph, configure?.Invoke(options) ?? options, CancellationToken.None);
        }
        catch
        {
            echo._code.Dispose();
            throw;
        }

        echo._recorder.Watch(echo.Run);
        return echo;
    }

    /// <summary>The sample stack as it would be evaluated for the next deployment.</summary>
    /// <param name="memoryMiB">Another one makes another version.</param>
    /// <param name="stable">Version that the alias names; the newest when left out.</param>
    /// <param name="canary">Share of the newest version beside the stable one.</param>
    public ResourceGraph Graph(int memoryMiB = 256, string? stable = null, double? canary = null)
    {
        var graph = _code.PackInto(SampleGraph.Stack());
        var function = graph.OfType(FunctionType.Token).Single();
        function.Inputs["memorySize"] = memoryMiB;
        var version = $"{Run.Published.NumberOf(function.Outputs["name"]!.GetValue<string>(), VersionDigest.Of(function.Inputs))}";
        function.Outputs["version"] = version;
        var alias = graph.OfType(LambdaAliasType.Token).Single().Inputs;
        alias["functionVersion"] = stable ?? version;
        if (canary is not null)
        {
            alias["routingConfig"] = new JsonObject { ["additionalVersionWeights"] = new JsonObject { [version] = canary } };
        }

        return graph;
    }

    public Task<DeploymentChanges> DeployAsync(ResourceGraph graph) => Run.RedeployAsync(graph, CancellationToken.None);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, AwsSdkSigner? caller = null)
    {
        using var request = (caller ?? Callers.Service).Sign(method, Url, path, body is null ? null : Encoding.UTF8.GetBytes(body));
        return await _http.SendAsync(request);
    }

    /// <param name="body">Its words tell the function what to do.</param>
    public async Task<EchoAnswer> PostAsync(string body = "{}")
    {
        using var answer = await SendAsync(HttpMethod.Post, "/workouts", body);
        return new EchoAnswer(answer.StatusCode, answer.Header("X-Version"), answer.Header("X-Process"));
    }

    public async Task<HttpStatusCode> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        return answer.StatusCode;
    }

    public Task UntilAsync(Func<bool> isSo) => _recorder.UntilAsync(isSo);

    public async ValueTask DisposeAsync()
    {
        await Run.DisposeAsync();
        _code.Dispose();
    }
}

/// <param name="Version">That ran; null where none did.</param>
/// <param name="Process">Its id.</param>
internal sealed record EchoAnswer(HttpStatusCode Status, string? Version, string? Process);

/// <summary>One such run for the tests of a class.</summary>
public sealed class EchoRunFixture : IAsyncLifetime
{
    internal EchoRun Echo { get; private set; } = null!;

    public async Task InitializeAsync() => Echo = await EchoRun.StartAsync();

    public async Task DisposeAsync() => await Echo.DisposeAsync();
}

/// <summary>The log of a run and the events that it reports.</summary>
internal sealed class RunRecorder
{
    // Only a run that hangs comes near it.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);
    private readonly ConcurrentQueue<RunEvent> _events = new();

    public ConcurrentQueue<string> Log { get; } = new();

    public void Watch(LocalRun run) => run.Events.Subscribe(_events.Enqueue);

    public T[] Of<T>() => [.. _events.OfType<T>()];

    /// <summary>Waits for what comes by itself.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (!isSo())
        {
            Assert.False(limit.IsCancellationRequested, $"It did not come to it:\n{string.Join('\n', Log.TakeLast(30))}");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}

internal static class HttpAnswerExtensions
{
    /// <returns>The header's only value; null without the header.</returns>
    public static string? Header(this HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
