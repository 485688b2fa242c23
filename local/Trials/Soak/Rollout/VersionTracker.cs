namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>Tracks, from the run's events, which version served which request and whether it was live.</summary>
internal sealed class VersionTracker
{
    private const int FirstDeployment = 1;

    private readonly ConcurrentDictionary<string, ApiRequestEnded> _requests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, InvocationEnded> _invocations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(int Deployment, string Function), VersionShares> _shares = new();
    private readonly ConcurrentDictionary<(string Function, string Version), bool> _live = new();
    private readonly ConcurrentQueue<string> _violations = new();

    /// <param name="first">The deployment that was active before tracking began.</param>
    public VersionTracker(StackDescription first)
    {
        foreach (var target in first.Integrations.Values)
        {
            _shares[(FirstDeployment, target.Function.Name)] = target.Shares;
            _live[(target.Function.Name, target.Shares.Main)] = true;
        }
    }

    /// <summary>Requests that a version served while it was not live.</summary>
    public ImmutableArray<string> Violations => [.. _violations];

    /// <summary>Versions that are live once all requests in flight have completed.</summary>
    public ImmutableArray<(string Function, string Version)> Live => [.. _live.Where(version => version.Value).Select(version => version.Key).Order()];

    /// <summary>Whether every request that reached a function has been reported with its version.</summary>
    public bool HasAll => _requests.Values.All(request => request.Function is null || _invocations.ContainsKey(request.TraceId));

    public void Add(RunEvent happened)
    {
        switch (happened)
        {
            case ApiRequestEnded request:
                _requests[request.TraceId] = request;
                break;
            case InvocationEnded invocation:
                _invocations[invocation.TraceId] = invocation;
                if (!_live.GetValueOrDefault((invocation.Function, invocation.Version)))
                {
                    _violations.Enqueue($"{invocation.Function} {invocation.Version} served {invocation.TraceId} while it was stopped.");
                }

                break;
            case VersionChanged changed:
                _live[(changed.Function, changed.Version)] = changed.IsLive;
                break;
            case AliasSwitched switched:
                _shares[(switched.Deployment, switched.Function)] = switched.Shares;
                break;
        }
    }

    /// <returns>Null for a request that reached no function.</returns>
    public Served? Find(string traceId) =>
        _requests.TryGetValue(traceId, out var request) && _invocations.TryGetValue(traceId, out var invocation)
            ? new Served(request.Deployment, invocation.Function, invocation.Version)
            : null;

    /// <summary>The versions that the function's alias pointed to in a deployment.</summary>
    public VersionShares SharesOf(int deployment, string function) => _shares[(deployment, function)];
}

/// <param name="Deployment">The one that handled the request.</param>
/// <param name="Version">The one that ran.</param>
internal sealed record Served(int Deployment, string Function, string Version);
