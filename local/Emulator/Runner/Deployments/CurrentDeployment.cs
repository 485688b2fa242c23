namespace WorkoutLog.Local.Runner;

/// <summary>The current deployment, and the switch to the next one. Disposing it cancels a deployment in progress.</summary>
internal sealed class CurrentDeployment : IAsyncDisposable
{
    private readonly Deployer _deployer;
    private readonly SemaphoreSlim _deploying = new(1);
    private readonly CancellationTokenSource _stop = new();
    private volatile Deployment _current;

    private CurrentDeployment(Deployer deployer, Deployment first)
    {
        _deployer = deployer;
        _current = first;
    }

    public Deployment Value => _current;

    public static async Task<CurrentDeployment> StartAsync(Deployer deployer, ResourceGraph graph, StackDescription description, CancellationToken cancellation)
    {
        var first = await deployer.PrepareAsync(graph, description, before: null, cancellation);
        deployer.Open(first);
        deployer.Announce(first);
        return new CurrentDeployment(deployer, first);
    }

    /// <summary>Deploys another graph. Atomic: if it fails, nothing has changed.</summary>
    /// <exception cref="UserErrorException">The graph can't be deployed to this run, or another deployment is in progress.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before the switch, or the run stops.</exception>
    public async Task<DeploymentChanges> ReplaceAsync(ResourceGraph graph, CancellationToken cancellation)
    {
        if (!await _deploying.WaitAsync(TimeSpan.Zero, CancellationToken.None))
        {
            throw new UserErrorException("Another deployment is in progress. Fix: run the command again when it has finished.");
        }

        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stop.Token);
            either.Token.ThrowIfCancellationRequested();
            var before = _current;
            var description = StackDescription.From(graph);
            RedeployChecks.Check(before, graph, description);
            var next = await _deployer.PrepareAsync(graph, description, before, either.Token);
            var changes = ChangeFinder.Between(before, next);
            either.Token.ThrowIfCancellationRequested();
            _deployer.Open(next);
            _current = next;
            _deployer.Announce(next);
            // It may still have requests in progress; the last of them ends it.
            before.Leave();
            return changes;
        }
        finally
        {
            _deploying.Release();
        }
    }

    /// <summary>A request stays with the deployment that accepts it.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var deployment = _current;
        while (!deployment.TryEnter())
        {
            // Another deployment has just become current.
            deployment = _current;
        }

        try
        {
            await deployment.HandleAsync(context);
        }
        finally
        {
            deployment.Leave();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _deploying.WaitAsync();
        _deploying.Release();
    }
}

/// <summary>
/// One deployed graph. Requests that it has accepted stay with it to their end, whatever is deployed meanwhile; then the versions
/// that only it uses are stopped.
/// </summary>
/// <param name="Number">Number of the deployment within the run, from 1.</param>
/// <param name="Roles">Roles by the name of the function's resource, including functions that only earlier deployments had.</param>
/// <param name="Entries">One per ARN that a route invokes.</param>
/// <param name="Console">Null if the run has none.</param>
/// <param name="Watch">Null if the run has no metrics.</param>
internal sealed record Deployment(
    int Number, ResourceGraph Graph, StackDescription Description, ImmutableArray<FunctionVersion> Versions,
    ImmutableArray<FunctionEntry> Entries, ApiFront Api, AwsGateway Aws, Firewall Firewall, TokenBucketRateLimiter Throttle, ParameterStore Parameters,
    ImmutableDictionary<string, FunctionRole> Roles, ConsoleFront? Console, DeclaredWatch? Watch)
{
    private readonly UseCount _uses = new(() =>
    {
        foreach (var entry in Entries)
        {
            entry.Close();
        }
    });

    /// <summary>Counts a request; false if the deployment has ended.</summary>
    public bool TryEnter() => _uses.TryEnter();

    public void Leave() => _uses.Leave();

    public void Open()
    {
        foreach (var entry in Entries)
        {
            entry.Open();
        }
    }

    public Task HandleAsync(HttpContext context) =>
        Console is not null && ConsoleFront.IsMeant(context) ? Console.HandleAsync(context) : Api.HandleAsync(context);
}
