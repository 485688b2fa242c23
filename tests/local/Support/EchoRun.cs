using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Tests;

/// <summary>A run of the sample stack with the shell function behind it, to which a test deploys.</summary>
internal sealed class EchoRun : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);
    private static readonly AwsSdkSigner _service = new("LOCALSERVICE", "local-service-secret", "us-east-1", "execute-api");
    private static readonly HttpClient _http = new();

    private readonly ShellFunction _code = ShellFunction.Create();

    private EchoRun()
    {
    }

    public LocalRun Run { get; private set; } = null!;

    public string Repository => _code.Repository;

    public ConcurrentQueue<string> Log { get; } = new();

    public ConcurrentQueue<InvocationEnded> Invocations { get; } = new();

    public ConcurrentQueue<VersionChanged> Versions { get; } = new();

    public ConcurrentQueue<AliasSwitched> Aliases { get; } = new();

    /// <param name="first">Changes the first deployment.</param>
    public static async Task<EchoRun> StartAsync(Random? random = null, Func<ResourceGraph, ResourceGraph>? first = null, TimeSpan? metricMinute = null)
    {
        var echo = new EchoRun();
        var graph = echo._code.PackInto(SampleGraph.Stack());
        var options = new LocalRunOptions(echo.Repository, 0, echo.Log.Enqueue, TimeProvider.System) { Random = random ?? Random.Shared, MetricMinute = metricMinute };
        echo.Run = await LocalRun.StartAsync(first?.Invoke(graph) ?? graph, options, CancellationToken.None);
        echo.Run.Events.Subscribe(echo.Add);
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

    /// <param name="body">Its words tell the function what to do.</param>
    public async Task<EchoAnswer> PostAsync(string body = "{}")
    {
        using var request = _service.Sign(HttpMethod.Post, new Uri(Run.Url), "/workouts", Encoding.UTF8.GetBytes(body));
        using var answer = await _http.SendAsync(request);
        return new EchoAnswer(
            answer.StatusCode,
            answer.Headers.TryGetValues("X-Version", out var version) ? version.Single() : null,
            answer.Headers.TryGetValues("X-Process", out var process) ? process.Single() : null);
    }

    public async Task<HttpStatusCode> GetAsync(string path)
    {
        using var request = _service.Sign(HttpMethod.Get, new Uri(Run.Url), path);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

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

    private void Add(RunEvent happened)
    {
        switch (happened)
        {
            case InvocationEnded invocation:
                Invocations.Enqueue(invocation);
                break;
            case VersionChanged changed:
                Versions.Enqueue(changed);
                break;
            case AliasSwitched switched:
                Aliases.Enqueue(switched);
                break;
        }
    }

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
    private EchoRun? _echo;

    public ConcurrentQueue<string> Log => _echo!.Log;

    public HttpClient Http { get; } = new();

    public Uri Url => new(_echo!.Run.Url);

    public async Task InitializeAsync() => _echo = await EchoRun.StartAsync();

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _echo!.DisposeAsync();
    }
}
