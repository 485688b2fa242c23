namespace WorkoutLog.Local.Fuzz;

/// <summary>A violation: something no request may cause.</summary>
/// <param name="Index">Index of the request that caused it, within the run's seed; null when no single request did.</param>
/// <param name="Request">Method, path and query; empty for none.</param>
public sealed record FuzzViolation(int? Index, string Request, string Fault)
{
    public override string ToString() => Index is null ? Fault : $"--only {Index}: {Fault} ({Request})";
}

/// <param name="Throttled">429 answers; each request was retried.</param>
public sealed record FuzzReport(
    int Seed, int Requests, TimeSpan Duration, IReadOnlyDictionary<string, int> ByKind, IReadOnlyDictionary<int, int> ByStatus,
    int Throttled, IReadOnlyList<FuzzViolation> Violations)
{
    public string ToJson() => new JsonObject
    {
        ["seed"] = Seed,
        ["requests"] = Requests,
        ["seconds"] = Math.Round(Duration.TotalSeconds, 1),
        ["requestsByKind"] = new JsonObject(ByKind.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)kind.Value))),
        ["answersByStatus"] = new JsonObject(
            ByStatus.OrderBy(status => status.Key).Select(status => KeyValuePair.Create(status.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)status.Value))),
        ["throttledAndRepeated"] = Throttled,
        ["violations"] = new JsonArray([.. Violations.Select(violation => new JsonObject
        {
            ["index"] = violation.Index, ["request"] = violation.Request, ["fault"] = violation.Fault,
        })]),
    }.ToJsonString();

    public string ToText()
    {
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{Requests} hostile requests, seed {Seed}, {Duration.TotalSeconds:0.0} s"),
            "",
            "Requests by kind",
            .. ByKind.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"  {kind.Key,-16} {kind.Value,7}"),
            "Answers by status",
            .. ByStatus.OrderBy(status => status.Key).Select(status => $"  {status.Key,-16} {status.Value,7}"),
            $"  {"429, retried",-16} {Throttled,7}",
            $"Violations         {Violations.Count,7}",
            .. Violations.Take(20).Select(violation => $"  {violation}"),
        ];
        return string.Join('\n', lines);
    }
}
