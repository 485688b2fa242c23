using System.Collections.Immutable;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.CloudWatch;
using WorkoutLog.Local.CloudWatch.Publishing;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Runner.Aws;
using WorkoutLog.Local.Runner.DynamoDb;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Faults;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Runner.Ssm;
using WorkoutLog.Local.WebConsole;
using WorkoutLog.Local.WebConsole.History;

namespace WorkoutLog.Local.Runner;

/// <summary>A stack that runs on this machine: the graph's tables, parameters, functions and API. Disposing it stops every child.</summary>
public sealed class LocalRun : IAsyncDisposable
{
    private const int RequestsInConsole = 200;

    // In the order of starting; stopped in the opposite order.
    private readonly Stack<object> _parts = new();
    private readonly TaskCompletionSource<RequestDelegate> _handler = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DynamoDbLocal? _dynamoDb;

    private LocalRun(StackDescription description, TimeProvider clock)
    {
        Description = description;
        Faults = new FaultInjector(clock);
    }

    public StackDescription Description { get; }

    /// <summary>Lets the functions' calls to AWS go wrong.</summary>
    public FaultInjector Faults { get; }

    /// <summary>What happens in the run.</summary>
    public RunEvents Events { get; } = new();

    /// <summary>Metrics, alarms and dashboard; null where the options ask for none.</summary>
    public LocalCloudWatch? CloudWatch { get; private set; }

    /// <summary>Where the API is served, without a trailing slash.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Where the functions of this run, and no others, call AWS.</summary>
    public Uri AwsEndpoint { get; private set; } = null!;

    public Uri DynamoDbEndpoint => _dynamoDb!.Endpoint;

    /// <summary>Ends only when DynamoDB Local ends by itself: nothing works from then on.</summary>
    public Task Broken => _dynamoDb!.Exited;

    /// <exception cref="UserErrorException">The graph can't run here, the port is busy, or something that a run needs is missing.</exception>
    public static async Task<LocalRun> StartAsync(ResourceGraph graph, LocalRunOptions options, CancellationToken cancellation)
    {
        var run = new LocalRun(StackDescription.From(graph), options.Clock);
        try
        {
            await run.StartPartsAsync(graph, options, cancellation);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Requests that came before the start was through.
        _handler.TrySetCanceled();
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

    private async Task StartPartsAsync(ResourceGraph graph, LocalRunOptions options, CancellationToken cancellation)
    {
        FaultControl.CheckFree(Description.Routes);
        if (options.Faults is { } faults)
        {
            Faults.Use(faults);
        }

        if (options.MetricMinute is { } metricMinute)
        {
            ReservedPaths.CheckFree(Description.Routes, MetricPublishing.Path, "published metrics");
            ReservedPaths.CheckFree(Description.Routes, ConsoleFront.Path, "its console");
            CloudWatch = Own(LocalCloudWatch.Start(graph, Description, Events, options.Clock, metricMinute, options.Say));
        }

        var folder = Own(new TemporaryFolder());
        // The port first: a busy one must not cost the wait for all the rest.
        var front = Own(await ListenAsync(options, cancellation));
        Url = front.Url.ToString().TrimEnd('/');

        var unpack = Task.WhenAll(Description.Functions.Select(function =>
            FunctionCode.UnpackAsync(function, options.RepositoryRoot, Path.Combine(folder.Path, function.Name), cancellation)));
        options.Say("Starting DynamoDB Local …");
        _dynamoDb = Own(await DynamoDbLocal.StartAsync(options.Say, cancellation));
        await CreateTablesAsync(_dynamoDb, cancellation);
        await unpack;

        var credentials = Description.Functions.ToImmutableDictionary(function => function.Name, function => FunctionCredentials.Create(function.Name), StringComparer.Ordinal);
        AwsEndpoint = await StartGatewayAsync(credentials.Values, options, cancellation);
        var functions = Description.Functions.ToImmutableDictionary(
            function => function.Name,
            function => Own(CreateFunction(function, credentials[function.Name], Path.Combine(folder.Path, function.Name), options)),
            StringComparer.Ordinal);
        var api = CreateFront(functions, options);
        var control = new FaultControl(Faults);
        var console = CreateConsole(graph, options);
        _handler.SetResult(context =>
            FaultControl.IsMeant(context) ? control.HandleAsync(context)
            : CloudWatch is { } cloudWatch && MetricPublishing.IsMeant(context) ? cloudWatch.HandlePublishingAsync(context)
            : console is not null && ConsoleFront.IsMeant(context) ? console.HandleAsync(context)
            : api.HandleAsync(context));
    }

    private async Task<LoopbackServer> ListenAsync(LocalRunOptions options, CancellationToken cancellation)
    {
        try
        {
            return await LoopbackServer.StartAsync(options.Port, async context => await (await _handler.Task)(context), options.Say, cancellation);
        }
        catch (AddressInUseException)
        {
            throw new UserErrorException($"Port {options.Port} of 127.0.0.1 is busy. Stop what listens there, or take another: ./workout up --port 0 takes any free one.");
        }
    }

    private async Task CreateTablesAsync(DynamoDbLocal dynamoDb, CancellationToken cancellation)
    {
        using var client = dynamoDb.CreateClient();
        foreach (var table in Description.Tables)
        {
            await TableCreator.CreateAsync(client, table, cancellation);
        }
    }

    private async Task<Uri> StartGatewayAsync(IEnumerable<FunctionCredentials> callers, LocalRunOptions options, CancellationToken cancellation)
    {
        var forwarder = Own(new DynamoDbForwarder(_dynamoDb!.Endpoint));
        var parameters = new ParameterStore(Description.Parameters, options.Clock.GetUtcNow());
        var authorizer = new AwsAuthorizer(Description.Region, Description.Api.Account, Description.Roles, Own(CallLog.Create(CallLog.PathIn(options.RepositoryRoot))));
        var watch = new AwsCallWatch(Events, new AwsAccesses(Description.Region, Description.Api.Account), options.Clock);
        var gateway = new AwsGateway(new AwsCallReader(Description.Region, callers, options.Clock), authorizer, forwarder, parameters, Faults, watch);
        return Own(await LoopbackServer.StartAsync(0, gateway.HandleAsync, options.Say, cancellation)).Url;
    }

    private LambdaFunction CreateFunction(FunctionDeclaration function, FunctionCredentials credentials, string codeFolder, LocalRunOptions options)
    {
        void Log(string line)
        {
            options.Say($"[{function.Name}] {line}");
            if (Events.IsObserved)
            {
                Events.Publish(new LogLineWritten(options.Clock.GetUtcNow(), function.Name, line));
            }
        }

        return new LambdaFunction(
            function,
            cancellation => ExecutionEnvironment.StartAsync(
                function,
                codeFolder,
                runtimeApi => FunctionVariables.Create(function, credentials, Description.Region, codeFolder, AwsEndpoint, runtimeApi),
                Log,
                options.Clock,
                cancellation,
                Events.IsObserved),
            options.Clock,
            Log,
            Events);
    }

    private ApiFront CreateFront(ImmutableDictionary<string, LambdaFunction> functions, LocalRunOptions options) => new(
        Description.Api,
        new RouteTable(Description.Routes),
        new InvokePermissions(Description.Permissions),
        Description.Integrations.ToImmutableDictionary(integration => integration.Key, integration => functions[integration.Value.Name], StringComparer.Ordinal),
        new ApiAuthorizer(Description.Api, Description.ApiPolicy, Description.Identities, !options.PlainHttp, options.Clock, options.Say),
        options.SourceIp,
        Description.Throttle.CreateBucket(options.Clock),
        options.Clock,
        options.Say,
        Events);

    // Without metrics there is not much to see.
    private ConsoleFront? CreateConsole(ResourceGraph graph, LocalRunOptions options)
    {
        if (CloudWatch is null)
        {
            return null;
        }

        var history = new RequestHistory(RequestsInConsole);
        Events.Subscribe(history);
        var source = new ConsoleSource(graph, Description, Faults, options.RepositoryRoot, Url);
        return new ConsoleFront(source, CloudWatch, history, Own(ChartLibrary.Fetch(options.Say)));
    }

    private T Own<T>(T part)
        where T : class
    {
        _parts.Push(part);
        return part;
    }
}
