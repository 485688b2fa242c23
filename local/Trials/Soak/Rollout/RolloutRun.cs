using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>Evaluates the stack of a run with some of its settings changed.</summary>
/// <param name="published">What the run has published so far.</param>
internal delegate Task<ResourceGraph> RolloutEvaluation(
    ImmutableArray<KeyValuePair<string, string>> settings, PublishedVersions published, CancellationToken cancellation);

/// <summary>Deploys to a run while clients are at work, and keeps what they saw of it.</summary>
/// <param name="say">Receives a line for each deployment.</param>
internal sealed class RolloutRun(LocalRun run, SoakTally tally, RolloutEvaluation evaluate, Action<string> say)
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly RolloutPlan _plan = new();
    private readonly VersionWitness _witness = new(run.Description);
    private readonly Dictionary<int, RolloutStage> _stages = [];

    public RequestLog Log { get; } = new();

    /// <summary>Before the first request.</summary>
    public void Watch() => run.Events.Subscribe(_witness.Add);

    /// <param name="redeploys">How many, with as many operations between any two of them as before the first and after the last.</param>
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

    /// <summary>When all requests are answered.</summary>
    /// <param name="faultless">Nothing but the deployments could make a request fail.</param>
    public async Task<RolloutReport> ReportAsync(bool faultless, TimeProvider clock, CancellationToken cancellation)
    {
        // An invocation is reported a little after its request is answered.
        for (var began = clock.GetTimestamp(); !_witness.HasAll && clock.GetElapsedTime(began) < _patience;)
        {
            await Task.Delay(_look, clock, cancellation);
        }

        return RolloutReport.Of(Log.Requests, _witness, _stages, faultless);
    }
}
