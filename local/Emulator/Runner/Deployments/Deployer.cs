namespace WorkoutLog.Local.Runner;

/// <summary>Deploys graphs: first all steps that may fail, then an atomic switch.</summary>
/// <param name="calls">The log of the functions' calls to AWS.</param>
/// <param name="cloudWatch">Null if the options disable metrics; then there is no console either.</param>
/// <param name="url">URL of the API, without a trailing slash.</param>
internal sealed class Deployer(
    LocalRunOptions options, RunEvents events, FaultInjector faults, LambdaFunctions functions, EventPipes pipes, EventBoard board, DynamoDbForwarder dynamoDb, CallLog calls,
    LocalCloudWatch? cloudWatch, RequestHistory history, ConsoleAnswer? charts, string url)
{
    public static void CheckPaths(StackDescription description, LocalRunOptions options)
    {
        ReservedPaths.CheckFree(description.Routes, FaultControl.Path, "faults");
        ReservedPaths.CheckFree(description.Routes, DeploymentControl.Path, "deployments");
        ReservedPaths.CheckFree(description.Routes, EventBoard.Path, "events");
        if (options.MetricMinute is not null)
        {
            ReservedPaths.CheckFree(description.Routes, MetricPublishing.Path, "published metrics");
            ReservedPaths.CheckFree(description.Routes, ConsoleFront.Path, "its console");
        }
    }

    /// <param name="before">The current deployment; null for the first one.</param>
    public async Task<Deployment> PrepareAsync(ResourceGraph graph, StackDescription description, Deployment? before, CancellationToken cancellation)
    {
        var (clock, number) = (options.Clock, (before?.Number ?? 0) + 1);
        CheckPaths(description, options);
        var versions = await functions.PrepareAsync(description, cancellation);
        var entries = description.Integrations.ToImmutableDictionary(
            integration => integration.Key, integration => new FunctionEntry(integration.Value, functions, options.Random), StringComparer.Ordinal);
        // Counts carry over while the rules stay the same.
        var firewall = before is not null && before.Description.RateRules.SequenceEqual(description.RateRules)
            ? before.Firewall : new Firewall(description.RateRules, clock);
        // A bucket keeps its tokens while its limits stay the same.
        var throttle = before is not null && before.Description.Throttle == description.Throttle ? before.Throttle : description.Throttle.CreateBucket();
        var parameters = new ParameterStore(description.Parameters, clock.GetUtcNow(), before?.Parameters);
        var roles = before is null ? description.Roles : before.Roles.SetItems(description.Roles);
        return new Deployment(
            number, graph, description, versions, [.. entries.Values],
            new ApiFront(
                number, description.Api, new RouteTable(description.Routes), new InvokePermissions(description.Permissions), entries,
                new ApiAuthorizer(description.Api, description.ApiPolicy, description.Identities, !options.PlainHttp, clock, options.Say),
                options.SourceIp, firewall, throttle, clock, options.Say, events),
            new AwsGateway(
                new AwsCallReader(description.Region, functions.Credentials, clock),
                new AwsAuthorizer(description.Region, description.Api.Account, roles, calls), dynamoDb, parameters, faults,
                new AwsCallObserver(events, new AwsAccesses(description.Region, description.Api.Account), clock)),
            firewall, throttle, parameters, roles,
            cloudWatch is null ? null : new ConsoleFront(new ConsoleSource(graph, description, faults, options.RepositoryRoot, url, number) { Board = board }, cloudWatch, history, charts!),
            cloudWatch?.Prepare(graph, description));
    }

    /// <summary>Publishes the versions of a prepared deployment and opens it for requests.</summary>
    public void Open(Deployment deployment)
    {
        functions.Publish(deployment.Versions);
        deployment.Open();
        pipes.Use(deployment.Description.Pipes);
        if (deployment.Watch is { } watch)
        {
            cloudWatch!.Use(watch);
        }
    }

    public void Announce(Deployment deployment)
    {
        InvokeTarget[] aliases = [.. deployment.Description.Targets.Where(target => target.Alias is not null)];
        foreach (var target in aliases)
        {
            events.Publish(new AliasSwitched(options.Clock.GetUtcNow(), deployment.Number, target.Function.Name, target.Alias!, target.Shares));
        }

        // The first deployment is not worth a line.
        if (deployment.Number > 1)
        {
            var versions = string.Join("; ", aliases.Select(target => $"{target.Alias} of {target.Function.Name} is version {target.Shares}"));
            options.Say(string.Create(CultureInfo.InvariantCulture, $"Deployment {deployment.Number} is live: {versions}."));
        }
    }
}
