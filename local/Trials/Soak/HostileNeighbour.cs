using WorkoutLog.Infra.Monitoring.Objectives;
using WorkoutLog.Infra.Service;

namespace WorkoutLog.Local.Soak;

/// <summary>One athlete's session that sends the dearest requests as fast as it can, beside the clients that a report is about.</summary>
internal sealed class HostileNeighbour(LocalRun run, SoakTally others, TimeProvider clock)
{
    private const string Token = "hostile-session";

    // On one machine the refusals themselves would otherwise take the time of the others.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    private static readonly string _notes = string.Concat(Enumerable.Repeat("記", 1_000));

    private readonly ConcurrentDictionary<int, long> _answers = new();
    private AnswerTimes? _alone;

    /// <summary>Leaves the others alone for the first half of their operations, and sends until they are done.</summary>
    public async Task RunAsync(SoakOptions options, string workoutType, CancellationToken stop)
    {
        if (options.HostileConnections == 0)
        {
            return;
        }

        await others.ReachAsync(options.Operations / 2);
        _alone = others.TakeTimes();
        var athlete = run.Description.Identities.First(identity => identity.Name == "athlete");
        await Task.WhenAll(Enumerable.Range(0, options.HostileConnections).Select(place => SendAsync(place, athlete, workoutType, stop)));
    }

    /// <returns>Null where no hostile session was asked for.</returns>
    public HostileReport? Report(SoakOptions options) => _alone is null ? null : new(
        _answers.ToImmutableSortedDictionary(), _alone, others.TakeTimes(), options.FaultRate == 0,
        WorkoutObjectives.All.OfType<Objective.Latency>().Max(objective => objective.Milliseconds));

    private async Task SendAsync(int place, LocalIdentity athlete, string workoutType, CancellationToken stop)
    {
        using var http = new ApiClient(run, athlete, clock);
        var user = athlete.Cognito!.Id;
        // Nothing lies on that day, but within 14 hours of it all that was just logged.
        var tomorrow = LocalCalendar.Format(LocalCalendar.Day(clock.GetUtcNow().AddDays(1)));
        try
        {
            for (var number = 0; ; number++)
            {
                var (method, path, json) = (number % 4) switch
                {
                    0 => (HttpMethod.Post, "/workouts/batch", Batch(user, workoutType, $"{place}-{number}")),
                    1 => (HttpMethod.Get, $"/workouts/{user}/export", null),
                    2 => (HttpMethod.Get, $"/workouts/{user}?limit={ApiLimits.MaxPageSize}&from={tomorrow}&to={tomorrow}", (string?)null),
                    _ => (HttpMethod.Get, $"/stats/{user}", null),
                };
                var answer = await http.SendAsync(method, path, json, [("x-amz-security-token", Token)], stop);
                _answers.AddOrUpdate((int)answer.Status, 1, (_, count) => count + 1);
                await Task.Delay(_pause, clock, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The others are done.
        }
    }

    private static string Batch(string user, string workoutType, string key) => new JsonObject
    {
        ["workouts"] = new JsonArray([.. Enumerable.Range(0, ApiLimits.MaxBatchSize).Select(number => new JsonObject
        {
            ["userId"] = user, ["workoutType"] = workoutType, ["durationMinutes"] = 1, ["notes"] = _notes, ["idempotencyKey"] = $"{key}-{number}",
            ["externalId"] = $"{key}-{number}",
        })]),
    }.ToJsonString();
}

/// <param name="Answers">To the hostile session: status to its count.</param>
/// <param name="Alone">The others, before it began.</param>
/// <param name="Beside">The others, from then on.</param>
/// <param name="Faultless">No fault was injected that would slow the others down.</param>
/// <param name="Objective">Milliseconds in which the service promises 99 of 100 answers.</param>
internal sealed record HostileReport(
    ImmutableSortedDictionary<int, long> Answers, AnswerTimes Alone, AnswerTimes Beside, bool Faultless, int Objective)
{
    // A machine that is too slow for the objective is so before the session begins.
    private const double Tolerance = 1.5;

    public IEnumerable<string> Violations => Faultless && Beside.P99 > Math.Max(Objective, Tolerance * Alone.P99)
        ? [Text($"Beside a hostile session the others' p99 is {Beside.P99:0} ms, after {Alone.P99:0} ms without it; the objective is {Objective} ms.")] : [];

    public IEnumerable<(string Name, string Value)> Rows() =>
    [
        ("hostile session", string.Join(", ", Answers.Select(answer => Text($"{answer.Key}: {answer.Value:#,0}")))),
        ("others before it", Text($"median {Alone.Median:0} ms, p99 {Alone.P99:0} ms")),
        ("others beside it", Text($"median {Beside.Median:0} ms, p99 {Beside.P99:0} ms; the objective is {Objective} ms")),
    ];

    public JsonObject ToJson() => new()
    {
        ["answers"] = new JsonObject(Answers.Select(answer => KeyValuePair.Create(Text($"{answer.Key}"), (JsonNode?)answer.Value))),
        ["p99MillisecondsBefore"] = Math.Round(Alone.P99, 1),
        ["p99MillisecondsBeside"] = Math.Round(Beside.P99, 1),
        ["objectiveMilliseconds"] = Objective,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
