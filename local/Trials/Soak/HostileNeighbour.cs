using WorkoutLog.Infra.Monitoring.Objectives;
using WorkoutLog.Infra.Service;

namespace WorkoutLog.Local.Soak;

/// <summary>One athlete's session that sends the dearest requests as fast as it can, beside the clients that a report is about.</summary>
internal sealed class HostileNeighbour(LocalRun run, TimeProvider clock)
{
    private const string Token = "hostile-session";

    // On one machine the refusals themselves would otherwise take the time of the others.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    private static readonly string _notes = string.Concat(Enumerable.Repeat("記", 1_000));

    private readonly ConcurrentDictionary<int, long> _answers = new();

    /// <summary>Sends until it is stopped.</summary>
    /// <param name="connections">That send at the same time.</param>
    public async Task RunAsync(int connections, string workoutType, CancellationToken stop)
    {
        var athlete = run.Description.Identities.First(identity => identity.CognitoIdentityId is not null);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(place => SendAsync(place, athlete, workoutType, stop)));
    }

    /// <param name="faultless">No fault was injected, so that the others' requests must be fast.</param>
    public HostileReport Report(SoakTally others, bool faultless) => new(
        _answers.ToImmutableSortedDictionary(), others.Percentile(0.5), others.Percentile(0.99),
        WorkoutObjectives.All.OfType<Objective.Latency>().Max(objective => objective.Milliseconds), faultless);

    private async Task SendAsync(int place, LocalIdentity athlete, string workoutType, CancellationToken stop)
    {
        using var http = new ApiClient(run, athlete, clock);
        var user = athlete.CognitoIdentityId!;
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
        })]),
    }.ToJsonString();
}

/// <param name="Answers">To the hostile session: status to its count.</param>
/// <param name="Median">Milliseconds until the others were answered.</param>
/// <param name="P99">The same for 99 of 100 requests.</param>
/// <param name="Objective">Milliseconds that the service's objective lets them take.</param>
internal sealed record HostileReport(ImmutableSortedDictionary<int, long> Answers, double Median, double P99, int Objective, bool Faultless)
{
    public IEnumerable<string> Violations => Faultless && P99 > Objective
        ? [Text($"Beside a hostile session the others' p99 is {P99:0} ms; the objective is {Objective} ms.")] : [];

    public IEnumerable<(string Name, string Value)> Rows() =>
    [
        ("hostile session", string.Join(", ", Answers.Select(answer => Text($"{answer.Key}: {answer.Value:#,0}")))),
        ("others' answers", Text($"median {Median:0} ms, p99 {P99:0} ms; the objective is {Objective} ms")),
    ];

    public JsonObject ToJson() => new()
    {
        ["answers"] = new JsonObject(Answers.Select(answer => KeyValuePair.Create(Text($"{answer.Key}"), (JsonNode?)answer.Value))),
        ["othersMedianMilliseconds"] = Math.Round(Median, 1),
        ["othersP99Milliseconds"] = Math.Round(P99, 1),
        ["objectiveMilliseconds"] = Objective,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
