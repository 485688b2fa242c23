using WorkoutLog.Local.Soak.Verification;

namespace WorkoutLog.Local.Soak;

/// <param name="Operations">Total of all clients.</param>
/// <param name="Clients">Number of concurrent clients.</param>
/// <param name="Users">Number of users that all clients write for; few, so that writes collide.</param>
/// <param name="FaultRate">
/// Probability, 0 to 1, of each kind of fault for each call of a function to AWS, and of losing an answer on its way to the client.
/// </param>
/// <param name="Seed">The same seed gives the same operations and faults; the interleaving of clients still differs.</param>
/// <param name="Redeploys">Number of deployments under load, evenly spread; 0 for none. With redeploys the clients also read.</param>
/// <param name="HostileConnections">Connections of an additional session that sends the most expensive requests as fast as it can; 0 for none. The clients then pause between operations.</param>
internal sealed record SoakOptions(int Operations, int Clients, int Users, double FaultRate, int Seed, int Redeploys = 0, int HostileConnections = 0);

/// <summary>Runs many concurrent clients against a run whose calls to AWS keep failing, and verifies the result.</summary>
/// <param name="say">Receives progress, a line at a time.</param>
/// <param name="evaluate">Evaluates the stack for each redeploy.</param>
internal sealed class SoakRun(LocalRun run, SoakOptions options, Action<string> say, TimeProvider clock, RolloutEvaluation? evaluate = null)
{
    // Share of operations with redeploys: about as many reads of statistics and lists as writes.
    private const double ReadShare = 0.5;

    // Without redeploys: a few, so that readers seal past years while others write to them.
    private const double SealingShare = 0.05;

    // Users pause too. During a hostile session the clients must not cause the stage's throttling themselves.
    private static readonly TimeSpan _pauseDuringHostile = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan _progressPeriod = TimeSpan.FromSeconds(5);

    // On a busy machine the first calls of a cold DynamoDB Local outlast the timeout of a function.
    private static readonly TimeSpan _warmupLimit = TimeSpan.FromMinutes(2);

    private readonly WorkoutLedger _ledger = new();
    private readonly SoakTally _tally = new();
    private readonly EventReplay _events = new();
    private RolloutRun? _rollout;
    private Task _deploying = Task.CompletedTask;
    private int _started;

    public async Task<SoakReport> RunAsync(CancellationToken cancellation)
    {
        using var tables = new RunTables(run, clock);
        // Faults must also hit cold starts, and the latency before a hostile session, cold starts included, is the baseline.
        if (options is { FaultRate: 0, HostileConnections: 0 })
        {
            await WarmUpAsync(cancellation);
        }

        run.Events.Subscribe(_events.Add);
        run.Faults.Use(SoakFaults.Of(options.FaultRate, options.Seed));
        if (options.Redeploys > 0)
        {
            _rollout = new RolloutRun(run, _tally, evaluate ?? throw new InvalidOperationException("Deployments need an evaluation."), say);
            _rollout.Watch();
            _deploying = _rollout.RunAsync(options.Redeploys, options.Operations, cancellation);
        }

        var hostile = new HostileNeighbour(run, _tally, clock);
        var start = clock.GetTimestamp();
        using (var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
        {
            var progress = ShowProgressAsync(start, done.Token);
            var session = hostile.RunAsync(options, SupportedTypes()[0], done.Token);
            try
            {
                await Task.WhenAll(Enumerable.Range(0, options.Clients).Select(place => RunClientAsync(place, tables, cancellation)));
                await _deploying;
            }
            finally
            {
                await done.CancelAsync();
                await Task.WhenAll(progress, session);
            }
        }

        var elapsed = clock.GetElapsedTime(start);
        run.Faults.Clear();
        say("Verifying …");
        await run.SettleEventsAsync(cancellation);
        var users = Enumerable.Range(0, options.Users).Select(SoakClient.UserId).Union(_ledger.Records.Select(record => record.Sent.UserId)).ToHashSet(StringComparer.Ordinal);
        var state = await StoredState.ReadAsync(tables, users, clock).WaitAsync(cancellation);
        var rollout = _rollout is null ? null : await _rollout.ReportAsync(faultless: options.FaultRate == 0, clock, cancellation);
        var hostileReport = hostile.Report(options);
        return new SoakReport(
            options, _tally, run.Faults.Counters.ByKind, run.Faults.Counters.Calls, state.Workouts.Length, elapsed,
            [.. Violations(state, rollout), .. hostileReport?.Violations ?? [], .. run.Description.Pipes.IsEmpty ? [] : _events.Violations(state.Workouts, users)], rollout, hostileReport)
        {
            Events = run.Description.Pipes.IsEmpty ? null : (_events.Published, _events.Repeats),
        };
    }

    // If the run stays broken, the clients report it.
    private async Task WarmUpAsync(CancellationToken cancellation)
    {
        const string User = "warmup";
        using var http = new ApiClient(run, run.Description.Identities[0], clock);
        var workout = new JsonObject { ["userId"] = User, ["workoutType"] = SupportedTypes()[0], ["durationMinutes"] = 1 }.ToJsonString();
        var began = clock.GetTimestamp();
        foreach (var (method, path, json) in new[] { (HttpMethod.Post, "/workouts", workout), (HttpMethod.Get, $"/stats/{User}", null) })
        {
            while ((int)(await http.SendAsync(method, path, json, [], cancellation)).Status >= 500 && clock.GetElapsedTime(began) < _warmupLimit)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellation);
            }
        }
    }

    private IEnumerable<string> Violations(StoredState state, RolloutReport? rollout)
    {
        var failures = _tally.Answers.GetValueOrDefault(500);
        return Exactness.Check(_ledger.Records, state.Workouts, state.Differences)
            .Concat(state.Pointers)
            .Concat(_ledger.Violations)
            .Concat(rollout?.Violations ?? [])
            .Concat(failures == 0 ? [] : [$"{failures} requests returned 500."]);
    }

    private async Task RunClientAsync(int place, RunTables tables, CancellationToken cancellation)
    {
        // Lets the other clients start while this one signs its first request.
        await Task.Yield();
        var random = new Random(unchecked((options.Seed * 397) + place));
        using var http = new ApiClient(run, run.Description.Identities[0], clock);
        var contents = new SoakContents($"client {place}", SupportedTypes(), clock.GetUtcNow(), random);
        var api = new RetryingApi(http, _tally, options.FaultRate, clock, random, _rollout?.Log);
        var client = new SoakClient(api, _ledger, _tally, contents, tables, options.Users, random, _rollout is null && options.HostileConnections == 0 ? SealingShare : ReadShare);
        // Keep the load up until the last deployment is done.
        while (Interlocked.Increment(ref _started) <= options.Operations || !_deploying.IsCompleted)
        {
            await client.RunOneAsync(cancellation);
            if (options.HostileConnections > 0)
            {
                await Task.Delay(_pauseDuringHostile, clock, cancellation);
            }
        }
    }

    private ImmutableArray<string> SupportedTypes() =>
    [
        .. run.Description.Parameters
            .Single(parameter => parameter.Inputs["name"]!.GetValue<string>().EndsWith($"/{ParameterNames.SupportedTypes}", StringComparison.Ordinal))
            .Inputs["value"]!.GetValue<string>().Split(','),
    ];

    private async Task ShowProgressAsync(long start, CancellationToken done)
    {
        using var timer = new PeriodicTimer(_progressPeriod, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_tally.Operations:#,0} of {options.Operations:#,0} operations in {clock.GetElapsedTime(start).TotalSeconds:0} s, {_tally.Retries:#,0} retries"));
            }
        }
        catch (OperationCanceledException)
        {
            // There is nothing more to show.
        }
    }
}
