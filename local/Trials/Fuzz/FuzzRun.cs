using WorkoutLog.Local.Soak.Verification;

namespace WorkoutLog.Local.Fuzz;

/// <summary>Sends hostile requests to a running stack and checks the answers.</summary>
internal sealed class FuzzRun(
    SignedSender sender, RunTables tables, Uri awsEndpoint, ImmutableDictionary<string, LocalIdentity> callers, TimeProvider clock, Action<string> say)
{
    private const int AtATime = 8;
    private const int ProgressStep = 1_000;
    private const int TooManyRequests = 429;
    private const string User = "victim";
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentQueue<FuzzViolation> _violations = new();
    private int _throttled;
    private int _done;

    /// <param name="indexes">Indexes of the requests to send.</param>
    /// <param name="output">Receives the functions' output.</param>
    public static async Task<FuzzReport> AgainstAsync(
        LocalRun running, int seed, IReadOnlyCollection<int> indexes, FunctionOutput output, Action<string> say, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        using var sender = new SignedSender(running.Url, running.Description.Region, clock);
        var callers = running.Description.Identities.ToImmutableDictionary(identity => identity.Name);
        using var tables = new RunTables(running, clock);
        return await new FuzzRun(sender, tables, running.AwsEndpoint, callers, clock, say).RunAsync(seed, indexes, output, cancellation);
    }

    private async Task<FuzzReport> RunAsync(int seed, IReadOnlyCollection<int> indexes, FunctionOutput output, CancellationToken cancellation)
    {
        var requests = new HostileRequests(seed, await PrepareAsync(cancellation));
        var processes = FunctionProcesses.Alive(awsEndpoint);
        if (processes.Count == 0 && OperatingSystem.IsLinux())
        {
            _violations.Enqueue(new(null, "", "no function process was found, so a crash can't be detected"));
        }

        var start = clock.GetTimestamp();
        await Parallel.ForEachAsync(
            indexes,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation },
            async (index, stop) =>
            {
                await SendAsync(index, requests.Create(index), stop);
                if (Interlocked.Increment(ref _done) % ProgressStep == 0)
                {
                    say($"{_done} of {indexes.Count} requests, {_violations.Count} violations");
                }
            });
        var duration = clock.GetElapsedTime(start);
        // The stack still answers, and from the same processes.
        await PrepareAsync(cancellation);
        foreach (var ended in processes.Except(FunctionProcesses.Alive(awsEndpoint)))
        {
            _violations.Enqueue(new(null, "", $"the function process {ended} has ended"));
        }

        await CheckTablesAsync();
        return new FuzzReport(seed, indexes.Count, duration, _kinds, _statuses, _throttled, [.. _violations, .. output.Violations]);
    }

    private async Task SendAsync(int index, HostileRequest request, CancellationToken cancellation)
    {
        _kinds.AddOrUpdate(request.Kind, 1, (_, count) => count + 1);
        string? fault;
        try
        {
            var answer = await AnswerAsync(request, cancellation);
            _statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
            fault = answer.FaultIn(request);
        }
        catch (HttpRequestException exception)
        {
            _statuses.AddOrUpdate(0, 1, (_, count) => count + 1);
            fault = $"no answer: {exception.Message}";
        }

        if (fault is not null)
        {
            _violations.Enqueue(new(index, request.ToString(), fault));
        }
    }

    // A throttled request never reached the function, so it is retried.
    private async Task<HostileAnswer> AnswerAsync(HostileRequest request, CancellationToken cancellation)
    {
        while (true)
        {
            var answer = await sender.SendAsync(request, callers[request.Caller], cancellation);
            if (answer.Status != TooManyRequests)
            {
                return answer;
            }

            Interlocked.Increment(ref _throttled);
            await Task.Delay(_pause, clock, cancellation);
        }
    }

    /// <summary>Checks that the stored data is consistent and can be erased completely.</summary>
    private async Task CheckTablesAsync()
    {
        var state = await StoredState.ReadAsync(tables, [User], clock);
        var erasure = tables.Erasure();
        await erasure.EraseAsync(User, _ => { }, tables.Scope());
        var left = await erasure.CountAsync(User, tables.Scope());
        foreach (var fault in state.Pointers.Concat(state.Differences.Select(item => $"{item}")).Concat(left.IsEmpty ? [] : [$"an erasure left {left}"]))
        {
            _violations.Enqueue(new(null, "", fault));
        }
    }

    /// <summary>Sends valid requests: logs two workouts, moves the second one and reads a page.</summary>
    private async Task<HostileContext> PrepareAsync(CancellationToken cancellation)
    {
        const string Content = "\"workoutType\":\"RUN\",\"durationMinutes\":30";
        var body = $$"""{"userId":"{{User}}",{{Content}}}""";
        await GoodAsync(new("good", "POST", "/workouts") { Body = Encoding.UTF8.GetBytes(body) }, 201, cancellation);
        body = $$"""{"userId":"{{User}}",{{Content}},"externalId":"own:{{Guid.NewGuid()}}"}""";
        var logged = await GoodAsync(new("good", "POST", "/workouts") { Body = Encoding.UTF8.GetBytes(body) }, 201, cancellation);
        body = $$"""{{{Content}},"workoutTimestamp":"2026-01-02T03:04:05Z"}""";
        await GoodAsync(new("good", "PUT", $"/workouts/{User}/{logged["workoutId"]}") { Body = Encoding.UTF8.GetBytes(body) }, 200, cancellation);
        var page = await GoodAsync(new("good", "GET", $"/workouts/{User}") { Query = "limit=1" }, 200, cancellation);
        return new HostileContext(User, logged["workoutId"]!.GetValue<string>(), page["nextCursor"]!.GetValue<string>());
    }

    private async Task<JsonNode> GoodAsync(HostileRequest request, int expected, CancellationToken cancellation)
    {
        var answer = await AnswerAsync(request, cancellation);
        return answer.Status == expected
            ? JsonNode.Parse(answer.Body)!
            : throw new UserErrorException($"{request} answered {answer.Status} instead of {expected}: {answer.Body}");
    }
}
