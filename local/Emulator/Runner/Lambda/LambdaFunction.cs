namespace WorkoutLog.Local.Runner;

/// <summary>A function with all its published versions; versions in use are live.</summary>
/// <param name="onLiveChanged">Called with a version and whether it is live now, in the order of the changes.</param>
internal sealed class LambdaFunction(FunctionCredentials credentials, LambdaHost host, Action<FunctionDeclaration, bool> onLiveChanged) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, FunctionVersion> _published = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LiveVersion> _live = new(StringComparer.Ordinal);
    private readonly Dictionary<LiveVersion, Task> _ending = [];
    private readonly ConcurrencyLimit _limit = new(reserved: null);

    public FunctionCredentials Credentials => credentials;

    /// <summary>Null before the first publication.</summary>
    public LatestVersion? Latest { get; private set; }

    public bool Has(string version) => _published.ContainsKey(version);

    /// <param name="version">A new version, or one that is already published.</param>
    public void Publish(FunctionVersion version)
    {
        _limit.Change(version.Declaration.ReservedConcurrency);
        if (_published.TryAdd(version.Declaration.Version, version))
        {
            Latest = new LatestVersion(int.Parse(version.Declaration.Version, CultureInfo.InvariantCulture), version.Declaration.Digest);
        }
    }

    /// <summary>Makes a published version live if necessary, and counts the caller as a user.</summary>
    public LiveVersion MakeLive(string version)
    {
        lock (_lock)
        {
            if (_live.TryGetValue(version, out var live))
            {
                if (live.Uses.TryEnter())
                {
                    return live;
                }

                // Its last user has just left.
                End(live);
            }

            var published = _published[version];
            live = host.Start(published, credentials, _limit, End);
            _live[version] = live;
            onLiveChanged(published.Declaration, true);
            return live;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] ends;
        lock (_lock)
        {
            ends = [.. _live.Values.Select(live => live.DisposeAsync().AsTask()), .. _ending.Values];
            _live.Clear();
        }

        await Task.WhenAll(ends);
    }

    // May be called by its last user and by a caller that needs the version again: only the first call has an effect.
    private void End(LiveVersion live)
    {
        lock (_lock)
        {
            var version = live.Declaration.Version;
            if (_live.GetValueOrDefault(version) == live)
            {
                _live.Remove(version);
                onLiveChanged(live.Declaration, false);
                _ending[live] = Task.Run(() => StopAsync(live));
            }
        }
    }

    private async Task StopAsync(LiveVersion live)
    {
        await live.DisposeAsync();
        lock (_lock)
        {
            _ending.Remove(live);
        }
    }
}

/// <param name="say">Receives the functions' logs, one line per call.</param>
internal sealed class LambdaHost(string region, Uri awsEndpoint, RunEvents events, TimeProvider clock, Action<string> say)
{
    /// <param name="limit">Shared by the function's versions.</param>
    /// <param name="unused">Called when the version has no more users.</param>
    public LiveVersion Start(FunctionVersion version, FunctionCredentials credentials, ConcurrencyLimit limit, Action<LiveVersion> unused)
    {
        var (function, codeFolder) = (version.Declaration, version.CodeFolder);
        return new LiveVersion(
            function,
            cancellation => ExecutionEnvironment.StartAsync(
                function, codeFolder, api => FunctionVariables.Create(function, credentials, region, codeFolder, awsEndpoint, api), Log, clock,
                cancellation, events.IsObserved),
            clock, Log, limit, events, unused);

        void Log(string line)
        {
            say($"[{function.Name}] {line}");
            events.Publish(new LogLineWritten(clock.GetUtcNow(), function.Name, line));
        }
    }
}
