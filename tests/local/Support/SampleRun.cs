using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Tests;

/// <summary>A run of the sample stack with the shell function, to which a test deploys.</summary>
internal sealed class SampleRun : IAsyncDisposable
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
    public static async Task<SampleRun> StartAsync(Func<ResourceGraph, ResourceGraph>? first = null, Func<LocalRunOptions, LocalRunOptions>? configure = null)
    {
        var sample = new SampleRun();
        var graph = sample._code.PackInto(SampleGraph.Stack());
        var options = new LocalRunOptions(sample.Repository, 0, sample.Log.Enqueue, TimeProvider.System);
        try
        {
            sample.Run = await LocalRun.StartAsync(first?.Invoke(graph) ?? graph, configure?.Invoke(options) ?? options, CancellationToken.None);
        }
        catch
        {
            sample._code.Dispose();
            throw;
        }

        sample._recorder.Watch(sample.Run);
        return sample;
    }

    /// <summary>The sample stack as it would be evaluated for the next deployment.</summary>
    /// <param name="memoryMiB">A different value publishes a new version.</param>
    /// <param name="stable">Version that the alias names; default: the newest.</param>
    /// <param name="canary">Share of the newest version; the stable one gets the rest.</param>
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

    /// <param name="body">Its words control the function.</param>
    public async Task<SampleAnswer> PostAsync(string body = "{}")
    {
        using var answer = await SendAsync(HttpMethod.Post, "/workouts", body);
        return new SampleAnswer(answer.StatusCode, answer.Header("X-Version"), answer.Header("X-Process"));
    }

    public async Task<HttpStatusCode> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        return answer.StatusCode;
    }

    public Task UntilAsync(Func<bool> condition) => _recorder.UntilAsync(condition);

    public async ValueTask DisposeAsync()
    {
        await Run.DisposeAsync();
        _code.Dispose();
    }
}

/// <param name="Version">Version that ran; null if none did.</param>
/// <param name="Process">Process id.</param>
internal sealed record SampleAnswer(HttpStatusCode Status, string? Version, string? Process);

/// <summary>One run for the tests of a class.</summary>
public sealed class SampleRunFixture : IAsyncLifetime
{
    internal SampleRun Sample { get; private set; } = null!;

    public async Task InitializeAsync() => Sample = await SampleRun.StartAsync();

    public async Task DisposeAsync() => await Sample.DisposeAsync();
}

/// <summary>The log of a run and the events that it reports.</summary>
internal sealed class RunRecorder
{
    // Reached only by a run that hangs.
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(10);
    private readonly ConcurrentQueue<RunEvent> _events = new();

    public ConcurrentQueue<string> Log { get; } = new();

    public void Watch(LocalRun run) => run.Events.Subscribe(_events.Enqueue);

    public T[] Of<T>() => [.. _events.OfType<T>()];

    /// <summary>Waits for a condition.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(_timeout);
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, $"The condition was not met:\n{string.Join('\n', Log.TakeLast(30))}");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}

internal static class HttpAnswerExtensions
{
    /// <returns>The header's only value; null without the header.</returns>
    public static string? Header(this HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
