using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>Evaluates the stack of a run with some of its settings changed.</summary>
/// <param name="published">The versions published so far.</param>
internal delegate Task<ResourceGraph> RolloutEvaluation(
    ImmutableArray<KeyValuePair<string, string>> settings, PublishedVersions published, CancellationToken cancellation);

/// <summary>Deploys to a run under load, and records how the clients experienced it.</summary>
/// <param name="say">Receives a line for each deployment.</param>
internal sealed class RolloutRun(LocalRun run, SoakTally tally, RolloutEvaluation evaluate, Action<string> say)
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly RolloutPlan _plan = new();
    private readonly VersionTracker _tracker = new(run.Description);
    private readonly Dictionary<int, RolloutStage> _stages = [];

    public RequestLog Log { get; } = new();

    /// <summary>Call before the first request.</summary>
    public void Watch() => run.Events.Subscribe(_tracker.Add);

    /// <param name="redeploys">Number of deployments, spread evenly over the operations.</param>
    public async Task RunAsync(int redeploys, int operations, CancellationToken cancellation)
    {
        var between = Math.Max(1, operations / (redeploys + 1));
        for (var i = 0; i < redeploys; i++)
        {
            await tally.ReachAsync(tally.Operations + between).WaitAsync(cancellation);
            var (stage, settings) = _plan.Next();
            var graph = await evaluate(settings, run.Published, cancellation);
            Log.BeginDeployment();
            var changes = await run.RedeployAsync(graph, cancellation);
            Log.EndDeployment();
            _stages[changes.Deployment] = stage;
            say($"{stage}: {string.Join(", ", changes.Aliases.Select(alias => $"{alias.Function} {alias.Before} → {alias.Now}"))}");
        }

        await tally.ReachAsync(tally.Operations + between).WaitAsync(cancellation);
    }

    /// <summary>Call when all requests are answered.</summary>
    /// <param name="faultless">Only the deployments could make a request fail.</param>
    public async Task<RolloutReport> ReportAsync(bool faultless, TimeProvider clock, CancellationToken cancellation)
    {
        // An invocation is reported shortly after its request is answered.
        for (var began = clock.GetTimestamp(); !_tracker.HasAll && clock.GetElapsedTime(began) < _patience;)
        {
            await Task.Delay(_look, clock, cancellation);
        }

        return RolloutReport.Of(Log.Requests, _tracker, _stages, faultless);
    }
}
