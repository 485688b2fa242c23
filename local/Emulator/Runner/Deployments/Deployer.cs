using System.Collections.Immutable;
using System.Globalization;
using WorkoutLog.Local.CloudWatch.Publishing;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Runner.Aws;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Faults;
using WorkoutLog.Local.Runner.Lambda.Versions;
using WorkoutLog.Local.Runner.Ssm;
using WorkoutLog.Local.WebConsole;

namespace WorkoutLog.Local.Runner.Deployments;

/// <summary>Makes deployments of graphs: first all that may fail, then, in one moment, what cannot.</summary>
internal sealed class Deployer(RunServices run)
{
    /// <exception cref="UserErrorException">The API itself serves a path that the run keeps.</exception>
    public static void CheckPaths(StackDescription description, LocalRunOptions options)
    {
        FaultControl.CheckFree(description.Routes);
        DeploymentControl.CheckFree(description.Routes);
        if (options.MetricMinute is not null)
        {
            ReservedPaths.CheckFree(description.Routes, MetricPublishing.Path, "published metrics");
            ReservedPaths.CheckFree(description.Routes, ConsoleFront.Path, "its console");
        }
    }

    /// <param name="before">The deployment in force; null for the first one.</param>
    /// <exception cref="UserErrorException">The graph can't be deployed here. Nothing has changed.</exception>
    public async Task<Deployment> PrepareAsync(ResourceGraph graph, StackDescription description, Deployment? before, CancellationToken cancellation)
    {
        var (options, number) = (run.Options, (before?.Number ?? 0) + 1);
        var clock = options.Clock;
        CheckPaths(description, options);
        var versions = await run.Functions.PrepareAsync(description, cancellation);
        var doors = description.Integrations.ToImmutableDictionary(
            integration => integration.Key, integration => new FunctionEntry(integration.Value, run.Functions, options.Random), StringComparer.Ordinal);
        // A bucket goes on as full as it is while its limits stay.
        var throttle = before is not null && before.Description.Throttle == description.Throttle ? before.Throttle : description.Throttle.CreateBucket();
        var parameters = new ParameterStore(description.Parameters, clock.GetUtcNow(), before?.Parameters);
        var roles = before is null ? description.Roles : before.Roles.SetItems(description.Roles);
        return new Deployment(
            number,
            graph,
            description,
            versions,
            [.. doors.Values],
            new ApiFront(
                number,
                description.Api,
                new RouteTable(description.Routes),
                new InvokePermissions(description.Permissions),
                doors,
                new ApiAuthorizer(description.Api, description.ApiPolicy, description.Identities, !options.PlainHttp, clock, options.Say),
                options.SourceIp,
                throttle,
                clock,
                options.Say,
                run.Events),
            new AwsGateway(
                new AwsCallReader(description.Region, run.Functions.Credentials, clock),
                new AwsAuthorizer(description.Region, description.Api.Account, roles, run.Calls),
                run.DynamoDb,
                parameters,
                run.Faults,
                new AwsCallWatch(run.Events, new AwsAccesses(description.Region, description.Api.Account), clock)),
            throttle,
            parameters,
            roles,
            run.CloudWatch is null
                ? null
                : new ConsoleFront(
                    new ConsoleSource(graph, description, run.Faults, options.RepositoryRoot, run.Url, number), run.CloudWatch, run.History, run.Charts!),
            run.CloudWatch?.Prepare(graph, description));
    }

    /// <summary>Publishes the versions of a prepared deployment and makes it ready for its first request.</summary>
    public void Open(Deployment deployment)
    {
        run.Functions.Publish(deployment.Versions);
        deployment.Open();
        if (deployment.Watch is { } watch)
        {
            run.CloudWatch!.Use(watch);
        }
    }

    /// <summary>Says where the aliases point from now on.</summary>
    public void Announce(Deployment deployment)
    {
        InvokeTarget[] aliases = [.. deployment.Description.Targets.Where(target => target.Alias is not null)];
        foreach (var target in aliases)
        {
            run.Events.Publish(new AliasSwitched(run.Options.Clock.GetUtcNow(), deployment.Number, target.Function.Name, target.Alias!, target.Shares));
        }

        // That all is as declared is no news at the start.
        if (deployment.Number > 1)
        {
            var versions = string.Join("; ", aliases.Select(target => $"{target.Alias} of {target.Function.Name} is version {target.Shares}"));
            run.Options.Say(string.Create(CultureInfo.InvariantCulture, $"Deployment {deployment.Number} is in force: {versions}."));
        }
    }
}
