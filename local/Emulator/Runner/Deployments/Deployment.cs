using System.Collections.Immutable;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.CloudWatch;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Runner.Aws;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Lambda.Versions;
using WorkoutLog.Local.Runner.Ssm;
using WorkoutLog.Local.WebConsole;

namespace WorkoutLog.Local.Runner.Deployments;

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
    int Number,
    ResourceGraph Graph,
    StackDescription Description,
    ImmutableArray<FunctionVersion> Versions,
    ImmutableArray<FunctionEntry> Doors,
    ApiFront Api,
    AwsGateway Aws,
    TokenBucketRateLimiter Throttle,
    ParameterStore Parameters,
    ImmutableDictionary<string, FunctionRole> Roles,
    ConsoleFront? Console,
    DeclaredWatch? Watch)
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

    /// <summary>Makes its versions live, before the first request.</summary>
    public void Open()
    {
        foreach (var door in Doors)
        {
            door.Open();
        }
    }

    /// <summary>For a request that is counted.</summary>
    public Task HandleAsync(HttpContext context) =>
        Console is not null && ConsoleFront.IsMeant(context) ? Console.HandleAsync(context) : Api.HandleAsync(context);
}
