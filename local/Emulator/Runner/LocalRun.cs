using Microsoft.AspNetCore.Connections;

namespace WorkoutLog.Local.Runner;

/// <summary>
/// A stack that runs on this machine: its port, its tables, its functions' ways to AWS, and the deployment in force, which may
/// be followed by another. Disposing it stops every child.
/// </summary>
public sealed class LocalRun : IAsyncDisposable
{
    private const int RequestsInConsole = 200;

    // In the order of starting; stopped in the opposite order.
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

    /// <summary>Of the deployment in force.</summary>
    public StackDescription Description => _deployment!.Value.Description;

    public FaultInjector Faults { get; }

    public RunEvents Events { get; } = new();

    /// <summary>What the stack's pipes published.</summary>
    public EventBoard Board { get; }

    /// <summary>Metrics, alarms and dashboard; null where the options ask for none.</summary>
    public LocalCloudWatch? CloudWatch { get; private set; }

    /// <summary>Where the API is served, without a trailing slash.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Where the functions of this run, and no others, call AWS.</summary>
    public Uri AwsEndpoint { get; private set; } = null!;

    public DynamoDbLocal DynamoDb => _dynamoDb!;

    public CallLog Calls => _calls!;

    public string Token => _deploymentControl.Token;

    /// <summary>The newest versions of the functions; what is deployed next must be numbered by them.</summary>
    public PublishedVersions Published => _functions!.Published;

    /// <summary>Ends only when DynamoDB Local ends by itself: nothing works from then on.</summary>
    public Task Broken => _dynamoDb!.Exited;

    /// <exception cref="UserErrorException">The graph can't run here, the port is busy, or something that a run needs is missing.</exception>
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
    /// Puts another graph into force. Requests under way end where they began; all others go to the new one. Fails before
    /// anything has changed, or not at all.
    /// </summary>
    /// <exception cref="UserErrorException">The graph can't be taken over, or another one is being deployed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up in time, or the run stops.</exception>
    public Task<DeploymentChanges> RedeployAsync(ResourceGraph graph, CancellationToken cancellation) => _deployment!.ReplaceAsync(graph, cancellation);

    /// <summary>Waits until all changes written before are events, or given up.</summary>
    public Task SettleEventsAsync(CancellationToken cancellation) => _pipes!.SettleAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        // Requests that came before the start was through.
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
        // The port first: a busy one must not cost the wait for all the rest.
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

        // Without metrics there is not much to see.
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
            throw new UserErrorException($"Port {options.Port} of 127.0.0.1 is busy. Stop what listens there, or take another: ./workout up --port 0 takes any free one.");
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

/// <param name="RepositoryRoot">Archive paths of the graph start here.</param>
/// <param name="Port">Port of 127.0.0.1 for the API; 0 takes a free one.</param>
/// <param name="Say">Receives progress, the functions' output, and the reasons of errors, a line at a time, from any thread.</param>
public sealed record LocalRunOptions(string RepositoryRoot, int Port, Action<string> Say, TimeProvider Clock)
{
    /// <summary>Calls to the API count as made without TLS, instead of over TLS.</summary>
    public bool PlainHttp { get; init; }

    /// <summary>The address that calls to the API count as made from; null for the one that they come from.</summary>
    public IPAddress? SourceIp { get; init; }

    /// <summary>Draws the version for each request to an alias with weights.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Injected from the start; null for none.</summary>
    public FaultSpec? Faults { get; init; }

    /// <summary>How long a minute of the metrics and alarms lasts; null collects no metric and evaluates no alarm.</summary>
    public TimeSpan? MetricMinute { get; init; }
}

/// <summary>A folder of this run alone; disposing it deletes it with all that is in it, and so does the next run when this one is killed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "workout-up-";
    private const string Lock = ".lock";

    // The system lets go of it however the run ends.
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
                // Its run goes on, or is another user's.
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
