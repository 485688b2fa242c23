namespace WorkoutLog.Local.Runner;

/// <summary>Makes deployments of graphs: first all that may fail, then, in one moment, what cannot.</summary>
/// <param name="calls">The record of the functions' calls to AWS.</param>
/// <param name="cloudWatch">Null where the options ask for no metrics; then there is no console either.</param>
/// <param name="url">Of the API, without a trailing slash.</param>
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

    /// <param name="before">The deployment in force; null for the first one.</param>
    public async Task<Deployment> PrepareAsync(ResourceGraph graph, StackDescription description, Deployment? before, CancellationToken cancellation)
    {
        var (clock, number) = (options.Clock, (before?.Number ?? 0) + 1);
        CheckPaths(description, options);
        var versions = await functions.PrepareAsync(description, cancellation);
        var doors = description.Integrations.ToImmutableDictionary(
            integration => integration.Key, integration => new FunctionEntry(integration.Value, functions, options.Random), StringComparer.Ordinal);
        // Counts go on as they are while the rules stay.
        var firewall = before is not null && before.Description.RateRules.SequenceEqual(description.RateRules)
            ? before.Firewall : new Firewall(description.RateRules, clock);
        // A bucket goes on as full as it is while its limits stay.
        var throttle = before is not null && before.Description.Throttle == description.Throttle ? before.Throttle : description.Throttle.CreateBucket();
        var parameters = new ParameterStore(description.Parameters, clock.GetUtcNow(), before?.Parameters);
        var roles = before is null ? description.Roles : before.Roles.SetItems(description.Roles);
        return new Deployment(
            number, graph, description, versions, [.. doors.Values],
            new ApiFront(
                number, description.Api, new RouteTable(description.Routes), new InvokePermissions(description.Permissions), doors,
                new ApiAuthorizer(description.Api, description.ApiPolicy, description.Identities, !options.PlainHttp, clock, options.Say),
                options.SourceIp, firewall, throttle, clock, options.Say, events),
            new AwsGateway(
                new AwsCallReader(description.Region, functions.Credentials, clock),
                new AwsAuthorizer(description.Region, description.Api.Account, roles, calls), dynamoDb, parameters, faults,
                new AwsCallWatch(events, new AwsAccesses(description.Region, description.Api.Account), clock)),
            firewall, throttle, parameters, roles,
            cloudWatch is null ? null : new ConsoleFront(new ConsoleSource(graph, description, faults, options.RepositoryRoot, url, number) { Board = board }, cloudWatch, history, charts!),
            cloudWatch?.Prepare(graph, description));
    }

    /// <summary>Publishes the versions of a prepared deployment and makes it ready for its first request.</summary>
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

        // That all is as declared is no news at the start.
        if (deployment.Number > 1)
        {
            var versions = string.Join("; ", aliases.Select(target => $"{target.Alias} of {target.Function.Name} is version {target.Shares}"));
            options.Say(string.Create(CultureInfo.InvariantCulture, $"Deployment {deployment.Number} is in force: {versions}."));
        }
    }
}
