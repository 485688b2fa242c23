using WorkoutLog.Infra.Monitoring.Objectives;
using WorkoutLog.Infra.Service;

namespace WorkoutLog.Local.Soak;

/// <summary>One athlete's session that sends the most expensive requests as fast as it can, concurrently with the other clients.</summary>
internal sealed class HostileNeighbour(LocalRun run, SoakTally others, TimeProvider clock)
{
    private const string Token = "hostile-session";

    // On one machine, rejecting its requests would otherwise slow down the others.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    private static readonly string _notes = string.Concat(Enumerable.Repeat("🏃", 1_000));

    private readonly ConcurrentDictionary<int, long> _answers = new();
    private AnswerTimes? _before;

    /// <summary>Starts after the first half of the others' operations, and sends until they are done.</summary>
    public async Task RunAsync(SoakOptions options, string workoutType, CancellationToken stop)
    {
        if (options.HostileConnections == 0)
        {
            return;
        }

        await others.ReachAsync(options.Operations / 2);
        _before = others.TakeTimes();
        var athlete = run.Description.Identities.First(identity => identity.Name == "athlete");
        await Task.WhenAll(Enumerable.Range(0, options.HostileConnections).Select(place => SendAsync(place, athlete, workoutType, stop)));
    }

    /// <returns>Null without a hostile session.</returns>
    public HostileReport? Report(SoakOptions options) => _before is null ? null : new(
        _answers.ToImmutableSortedDictionary(), _before, others.TakeTimes(), options.FaultRate == 0,
        WorkoutObjectives.All.OfType<Objective.Latency>().Max(objective => objective.Milliseconds));

    private async Task SendAsync(int place, LocalIdentity athlete, string workoutType, CancellationToken stop)
    {
        using var http = new ApiClient(run, athlete, clock);
        var user = athlete.Cognito!.Id;
        // Tomorrow is empty, but everything just logged is within 14 hours of it.
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
            ["userId"] = user, ["workoutType"] = workoutType, ["durationMinutes"] = 1, ["notes"] = "NOTES", ["idempotencyKey"] = $"{key}-{number}",
            ["externalId"] = $"{key}-{number}",
        })]),
        // Not escaped: a batch of escaped notes would be too large.
    }.ToJsonString().Replace("NOTES", _notes, StringComparison.Ordinal);
}

/// <param name="Answers">To the hostile session: status to its count.</param>
/// <param name="Before">Latency of the others before the session.</param>
/// <param name="During">Latency of the others during the session.</param>
/// <param name="Faultless">No faults were injected, which would slow the others down.</param>
/// <param name="Objective">p99 latency objective, milliseconds.</param>
internal sealed record HostileReport(
    ImmutableSortedDictionary<int, long> Answers, AnswerTimes Before, AnswerTimes During, bool Faultless, int Objective)
{
    // A slow machine misses the objective even before the session begins.
    private const double Tolerance = 1.5;

    public IEnumerable<string> Violations => Faultless && During.P99 > Math.Max(Objective, Tolerance * Before.P99)
        ? [Text($"The others' p99 rose from {Before.P99:0} ms to {During.P99:0} ms during the hostile session; the objective is {Objective} ms.")] : [];

    public IEnumerable<(string Name, string Value)> Rows() =>
    [
        ("hostile session", string.Join(", ", Answers.Select(answer => Text($"{answer.Key}: {answer.Value:#,0}")))),
        ("others before", Text($"median {Before.Median:0} ms, p99 {Before.P99:0} ms")),
        ("others during", Text($"median {During.Median:0} ms, p99 {During.P99:0} ms; the objective is {Objective} ms")),
    ];

    public JsonObject ToJson() => new()
    {
        ["answers"] = new JsonObject(Answers.Select(answer => KeyValuePair.Create(Text($"{answer.Key}"), (JsonNode?)answer.Value))),
        ["p99MillisecondsBefore"] = Math.Round(Before.P99, 1),
        ["p99MillisecondsBeside"] = Math.Round(During.P99, 1),
        ["objectiveMilliseconds"] = Objective,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
