namespace WorkoutLog.Local.Runner;

/// <summary>The deployment in force, and the way from one to the next. Disposing it ends a deployment that is under way.</summary>
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

    /// <summary>Puts another graph into force. Fails before anything has changed, or not at all.</summary>
    /// <exception cref="UserErrorException">The graph can't be taken over, or another one is being deployed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up in time, or the run stops.</exception>
    public async Task<DeploymentChanges> ReplaceAsync(ResourceGraph graph, CancellationToken cancellation)
    {
        if (!await _deploying.WaitAsync(TimeSpan.Zero, CancellationToken.None))
        {
            throw new UserErrorException("Another deployment is under way. Run the command again when it is through.");
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
            // Its requests may still be under way; the last of them ends it.
            before.Leave();
            return changes;
        }
        finally
        {
            _deploying.Release();
        }
    }

    /// <summary>A request stays with the deployment that takes it.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var deployment = _current;
        while (!deployment.TryEnter())
        {
            // Another one has come into force this moment.
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
/// One graph in force. Requests that it has taken stay with it to their end, whatever is deployed meanwhile; then the versions
/// that only it names are stopped.
/// </summary>
/// <param name="Number">Counts the deployments of the run, from 1.</param>
/// <param name="Roles">Name of a function's resource to its role; also of functions that only deployments before had.</param>
/// <param name="Doors">One for each ARN that a route calls.</param>
/// <param name="Console">Null where the run has none.</param>
/// <param name="Watch">Null where the run has no metrics.</param>
internal sealed record Deployment(
    int Number, ResourceGraph Graph, StackDescription Description, ImmutableArray<FunctionVersion> Versions,
    ImmutableArray<FunctionEntry> Doors, ApiFront Api, AwsGateway Aws, Firewall Firewall, TokenBucketRateLimiter Throttle, ParameterStore Parameters,
    ImmutableDictionary<string, FunctionRole> Roles, ConsoleFront? Console, DeclaredWatch? Watch)
{
    private readonly UseCount _uses = new(() =>
    {
        foreach (var door in Doors)
        {
            door.Close();
        }
    });

    /// <summary>Counts a request, or refuses it because the deployment is over.</summary>
    public bool TryEnter() => _uses.TryEnter();

    public void Leave() => _uses.Leave();

    public void Open()
    {
        foreach (var door in Doors)
        {
            door.Open();
        }
    }

    public Task HandleAsync(HttpContext context) =>
        Console is not null && ConsoleFront.IsMeant(context) ? Console.HandleAsync(context) : Api.HandleAsync(context);
}
