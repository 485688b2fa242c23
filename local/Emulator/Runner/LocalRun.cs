using Microsoft.AspNetCore.Connections;

namespace WorkoutLog.Local.Runner;

/// <summary>
/// A stack that runs on this machine: its port, its tables, its AWS endpoint, and the current deployment, which
/// another may replace. Disposing it stops all child processes.
/// </summary>
public sealed class LocalRun : IAsyncDisposable
{
    private const int RequestsInConsole = 200;

    // In start order; stopped in reverse order.
    private readonly Stack<object> _parts = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FaultControl _faultControl;
    private readonly DeploymentControl _deploymentControl;
    private DynamoDbLocal? _dynamoDb;
    private CallLog? _calls;
    private LambdaFunctions? _functions;
    private CurrentDeployment? _deployment;
    private EventPipes? _pipes;

    private LocalRun(LocalRunOptions options)
    {
        Faults = new FaultInjector(options.Clock);
        _faultControl = new FaultControl(Faults);
        Board = new EventBoard(Events);
        _deploymentControl = new DeploymentControl(this, options.Say);
    }

    /// <summary>Description of the current deployment.</summary>
    public StackDescription Description => _deployment!.Value.Description;

    public FaultInjector Faults { get; }

    public RunEvents Events { get; } = new();

    /// <summary>The published events of the stack's pipes.</summary>
    public EventBoard Board { get; }

    /// <summary>Metrics, alarms and dashboard; null if the options disable them.</summary>
    public LocalCloudWatch? CloudWatch { get; private set; }

    /// <summary>URL of the API, without a trailing slash.</summary>
    public string Url { get; private set; } = "";

    /// <summary>AWS endpoint for the functions of this run only.</summary>
    public Uri AwsEndpoint { get; private set; } = null!;

    public DynamoDbLocal DynamoDb => _dynamoDb!;

    public CallLog Calls => _calls!;

    public string Token => _deploymentControl.Token;

    /// <summary>The newest versions of the functions; the next deployment must continue their numbering.</summary>
    public PublishedVersions Published => _functions!.Published;

    /// <summary>Completes only if DynamoDB Local ends by itself; then the run no longer works.</summary>
    public Task Broken => _dynamoDb!.Exited;

    /// <exception cref="UserErrorException">The graph can't run here, the port is in use, or a required program is missing.</exception>
    public static async Task<LocalRun> StartAsync(ResourceGraph graph, LocalRunOptions options, CancellationToken cancellation)
    {
        var run = new LocalRun(options);
        try
        {
            await run.StartPartsAsync(graph, StackDescription.From(graph), options, cancellation);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Deploys another graph. Requests in progress end on the deployment where they began; new ones go to the new deployment.
    /// Atomic: if it fails, nothing has changed.
    /// </summary>
    /// <exception cref="UserErrorException">The graph can't be deployed to this run, or another deployment is in progress.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before the switch, or the run stops.</exception>
    public Task<DeploymentChanges> RedeployAsync(ResourceGraph graph, CancellationToken cancellation) => _deployment!.ReplaceAsync(graph, cancellation);

    /// <summary>Waits until all changes written so far are published as events, or dropped.</summary>
    public Task SettleEventsAsync(CancellationToken cancellation) => _pipes!.SettleAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        // Ends requests that are waiting for the start to complete.
        _started.TrySetCanceled();
        while (_parts.TryPop(out var part))
        {
            if (part is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync();
            }
            else
            {
                ((IDisposable)part).Dispose();
            }
        }
    }

    private async Task StartPartsAsync(ResourceGraph graph, StackDescription description, LocalRunOptions options, CancellationToken cancellation)
    {
        Deployer.CheckPaths(description, options);
        if (options.Faults is { } faults)
        {
            Faults.Use(faults);
        }

        CloudWatch = options.MetricMinute is { } minute ? Own(LocalCloudWatch.Start(graph, description, Events, options.Clock, minute, options.Say)) : null;
        var folder = Own(new TemporaryFolder());
        // The port first: if it is in use, the start fails immediately.
        Url = Own(await ListenAsync(options, cancellation)).Url.ToString().TrimEnd('/');
        options.Say("Starting DynamoDB Local …");
        _dynamoDb = Own(await DynamoDbLocal.StartAsync(cancellation));
        await TableCreator.CreateAllAsync(_dynamoDb, description.Tables, cancellation);

        var forwarder = Own(new DynamoDbForwarder(_dynamoDb.Endpoint, _dynamoDb.Authorization));
        _calls = Own(CallLog.CreateIn(options.RepositoryRoot, options.Say));
        AwsEndpoint = Own(await LoopbackServer.StartAsync(0, context => _deployment!.Value.Aws.HandleAsync(context), options.Say, cancellation)).Url;
        var host = new LambdaHost(description.Region, AwsEndpoint, Events, options.Clock, options.Say);
        _functions = Own(new LambdaFunctions(new CodeStore(options.RepositoryRoot, folder.Path), host, Events, options.Clock));
        var history = new RequestHistory(RequestsInConsole);
        if (CloudWatch is not null)
        {
            Events.Subscribe(history.Add);
        }

        // Without metrics the console has little to show.
        var charts = CloudWatch is null ? null : ChartLibrary.Load(options.Say);
        Own(Board);
        _pipes = Own(new EventPipes(new PipeHost(_dynamoDb, Board, Faults, _calls, Events, options.Clock, options.Say)));
        var deployer = new Deployer(options, Events, Faults, _functions, _pipes, Board, forwarder, _calls, CloudWatch, history, charts, Url);
        _deployment = Own(await CurrentDeployment.StartAsync(deployer, graph, description, cancellation));
        _started.SetResult();
    }

    private async Task<LoopbackServer> ListenAsync(LocalRunOptions options, CancellationToken cancellation)
    {
        try
        {
            return await LoopbackServer.StartAsync(options.Port, HandleAsync, options.Say, cancellation);
        }
        catch (AddressInUseException)
        {
            throw new UserErrorException($"Port {options.Port} of 127.0.0.1 is in use. Fix: stop the process that uses it, or run ./workout up --port 0, which takes any free port.");
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        await _started.Task;
        await (ReservedPaths.IsFor(context, FaultControl.Path) ? _faultControl.HandleAsync(context)
            : ReservedPaths.IsFor(context, DeploymentControl.Path) ? _deploymentControl.HandleAsync(context)
            : ReservedPaths.IsFor(context, EventBoard.Path) && !Description.Pipes.IsEmpty ? Board.HandleAsync(context)
            : CloudWatch is { } cloudWatch && ReservedPaths.IsFor(context, MetricPublishing.Path) ? cloudWatch.HandlePublishingAsync(context)
            : _deployment!.HandleAsync(context));
    }

    private T Own<T>(T part)
        where T : class
    {
        _parts.Push(part);
        return part;
    }
}

/// <param name="RepositoryRoot">Base of the archive paths in the graph.</param>
/// <param name="Port">Port of 127.0.0.1 for the API; 0 for any free port.</param>
/// <param name="Say">Receives progress, the functions' output, and causes of errors, one line per call, from any thread.</param>
public sealed record LocalRunOptions(string RepositoryRoot, int Port, Action<string> Say, TimeProvider Clock)
{
    /// <summary>Whether calls to the API count as made without TLS.</summary>
    public bool PlainHttp { get; init; }

    /// <summary>Simulated source address of calls to the API; null uses the real one.</summary>
    public IPAddress? SourceIp { get; init; }

    /// <summary>Draws the version for each request to a weighted alias.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Faults injected from the start; null for none.</summary>
    public FaultSpec? Faults { get; init; }

    /// <summary>Duration of one minute of metric time; null disables metrics and alarms.</summary>
    public TimeSpan? MetricMinute { get; init; }
}

/// <summary>A temporary folder of this run. Disposing it deletes the folder; if the run is killed, the next run deletes it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "workout-up-";
    private const string Lock = ".lock";

    // The system releases it however the run ends.
    private readonly FileStream _lock;

    public TemporaryFolder()
    {
        foreach (var left in Directory.GetFiles(System.IO.Path.GetTempPath(), $"{Prefix}*{Lock}"))
        {
            try
            {
                using var dead = Hold(left, FileMode.Open);
                Delete(left[..^Lock.Length]);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Its run is still alive, or belongs to another user.
            }
        }

        Path = Directory.CreateTempSubdirectory(Prefix).FullName;
        _lock = Hold(Path + Lock, FileMode.CreateNew);
    }

    public string Path { get; }

    public void Dispose()
    {
        Delete(Path);
        _lock.Dispose();
    }

    private static FileStream Hold(string file, FileMode mode) => new(file, mode, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
