namespace WorkoutLog.Local.Soak;

/// <param name="Faults">Name of the kind to the number of calls it was injected into.</param>
/// <param name="Elapsed">Duration of the operations, without start and verification.</param>
/// <param name="Workouts">Number in the tables at the end.</param>
/// <param name="Rollout">Null without redeploys.</param>
/// <param name="Hostile">Null without a hostile session.</param>
internal sealed record SoakReport(
    SoakOptions Options, SoakTally Tally, ImmutableArray<(string Kind, long Count)> Faults, long AwsCalls, int Workouts, TimeSpan Elapsed,
    ImmutableArray<string> Violations, RolloutReport? Rollout = null, HostileReport? Hostile = null)
{
    public bool IsExact => Violations.IsEmpty;

    /// <summary>Null when the stack publishes none.</summary>
    public (int Published, int Repeats)? Events { get; init; }

    /// <summary>One line: a JSON object with every figure and every violation.</summary>
    public string ToJson() => new JsonObject
    {
        ["exact"] = IsExact,
        ["operations"] = Tally.Operations,
        ["clients"] = Options.Clients,
        ["users"] = Options.Users,
        ["faultRate"] = Options.FaultRate,
        ["seed"] = Options.Seed,
        ["seconds"] = Math.Round(Elapsed.TotalSeconds, 1),
        ["operationsPerSecond"] = Math.Round(Tally.Operations / Elapsed.TotalSeconds, 1),
        ["retries"] = Tally.Retries,
        ["lostAnswers"] = Tally.LostAnswers,
        ["abandoned"] = Tally.Abandoned,
        ["workouts"] = Workouts,
        ["answers"] = Object(Tally.Answers.Select(answer => (answer.Key.ToString(CultureInfo.InvariantCulture), answer.Value))),
        ["awsCalls"] = AwsCalls,
        ["faults"] = Object(Faults),
        ["events"] = Events is var (published, repeats) ? new JsonObject { ["published"] = published, ["repeats"] = repeats } : null,
        ["rollout"] = Rollout?.ToJson(),
        ["hostile"] = Hostile?.ToJson(),
        ["violations"] = new JsonArray([.. Violations.Select(violation => JsonValue.Create(violation))]),
    }.ToJsonString();

    /// <summary>A short table, and a line for each violation.</summary>
    public string ToText()
    {
        (string Name, string Value)[] rows =
        [
            ("operations", $"{Number(Tally.Operations)} by {Options.Clients} clients for {Options.Users} users, seed {Options.Seed}"),
            ("time", string.Create(CultureInfo.InvariantCulture, $"{Elapsed.TotalSeconds:0.0} s, {Tally.Operations / Elapsed.TotalSeconds:0.0} operations/s")),
            ("retries", $"{Number(Tally.Retries)}; lost responses {Number(Tally.LostAnswers)}; abandoned operations {Number(Tally.Abandoned)}"),
            ("answers", List(Tally.Answers.Select(answer => (answer.Key.ToString(CultureInfo.InvariantCulture), answer.Value)))),
            ("calls to AWS", Number(AwsCalls)),
            ("faults", List(Faults)),
            ("workouts", $"{Number(Workouts)} in the tables at the end"),
            .. Events is var (published, repeats) ? [("events", $"{Number(published)} published, {Number(repeats)} of them repeats")] : ((string, string)[])[],
            .. Rollout?.Rows() ?? [],
            .. Hostile?.Rows() ?? [],
            ("exact", IsExact ? "yes: no violation" : $"NO: {Violations.Length} violations"),
        ];
        var width = rows.Max(row => row.Name.Length);
        return string.Join(Environment.NewLine, [.. rows.Select(row => $"{row.Name.PadRight(width)}  {row.Value}"), .. Violations.Select(violation => $"VIOLATION  {violation}")]);
    }

    private static JsonObject Object(IEnumerable<(string Name, long Value)> counts) =>
        new(counts.Select(count => KeyValuePair.Create(count.Name, (JsonNode?)count.Value)));

    private static string List(IEnumerable<(string Name, long Value)> counts) => string.Join(", ", counts.Select(count => $"{count.Name}: {Number(count.Value)}"));

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
