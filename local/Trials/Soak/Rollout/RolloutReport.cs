namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>How the deployments affected the clients.</summary>
/// <param name="Stages">How often each stage was deployed.</param>
/// <param name="Failed">Requests without an answer, or with a status of 500 and above.</param>
/// <param name="Versions">Name of a function's resource to the number of requests that each of its versions served.</param>
internal sealed record RolloutReport(
    ImmutableSortedDictionary<RolloutStage, int> Stages, int Requests, int Failed,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<int, int>> Versions, CanaryShare Canary, CrossReads Reads,
    ImmutableArray<string> Violations)
{
    /// <param name="stages">Number of a deployment to its stage.</param>
    /// <param name="faultless">Only the deployments could make a request fail.</param>
    public static RolloutReport Of(
        ImmutableArray<SentRequest> requests, VersionTracker tracker, IReadOnlyDictionary<int, RolloutStage> stages, bool faultless)
    {
        var served = requests.Select(request => (Request: request, By: request.TraceId is { } trace ? tracker.Find(trace) : null)).ToArray();
        ImmutableArray<Served> byVersion = [.. served.Select(item => item.By).OfType<Served>()];
        var failed = requests.Where(request => request.Status is null or >= 500).ToArray();
        var canaries = byVersion.Where(item => stages.GetValueOrDefault(item.Deployment) == RolloutStage.Canary).ToArray();
        var canary = new CanaryShare(
            canaries.Length, canaries.Count(item => tracker.SharesOf(item.Deployment, item.Function).Additional == item.Version), RolloutPlan.CanaryPercent / 100.0);
        return new RolloutReport(
            stages.Values.CountBy(stage => stage).ToImmutableSortedDictionary(),
            requests.Length,
            failed.Length,
            byVersion.GroupBy(item => item.Function, StringComparer.Ordinal).ToImmutableSortedDictionary(
                function => function.Key, function => function.CountBy(item => Number(item.Version)).ToImmutableSortedDictionary(), StringComparer.Ordinal),
            canary,
            CrossReads.Count([.. served.Where(item => item.By is not null).Select(item => (item.Request, Number(item.By!.Version)))]),
            [
                .. tracker.Violations,
                .. faultless ? failed.Select(request => $"{request.Method} {request.Path} failed: {request.Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer"}.") : [],
                .. served.Select(item => Violation(item.Request, item.By, tracker)).OfType<string>(),
                .. canary.IsLikely ? [] : (string[])[$"Canary share: {canary}."],
            ]);
    }

    public JsonObject ToJson() => new()
    {
        ["stages"] = Object(Stages.Select(stage => (stage.Key.ToString(), stage.Value))),
        ["requests"] = Requests,
        ["failed"] = Failed,
        ["versions"] = new JsonObject(Versions.Select(function => KeyValuePair.Create(
            function.Key, (JsonNode?)Object(function.Value.Select(version => (version.Key.ToString(CultureInfo.InvariantCulture), version.Value)))))),
        ["canary"] = new JsonObject { ["requests"] = Canary.Requests, ["taken"] = Canary.Taken, ["share"] = Canary.Share },
        ["readByOlder"] = Reads.ByOlder,
        ["readByNewer"] = Reads.ByNewer,
    };

    public IEnumerable<(string Name, string Value)> Rows() =>
    [
        ("deployments", $"{Stages.Values.Sum()}: {string.Join(", ", Stages.Select(stage => $"{stage.Key} {stage.Value}"))}"),
        ("requests", string.Create(CultureInfo.InvariantCulture, $"{Requests:#,0}, {Failed} failed")),
        .. Versions.Select(function => (function.Key, string.Join(", ", function.Value.Select(version => string.Create(CultureInfo.InvariantCulture, $"{version.Key}: {version.Value:#,0}"))))),
        ("canaries", $"{Canary}"),
        ("reads", $"{Reads}"),
    ];

    private static string? Violation(SentRequest request, Served? served, VersionTracker tracker)
    {
        if (served is null)
        {
            return request.Status is >= 200 and < 300 ? $"{request.Method} {request.Path} returned {request.Status}, but no version served it." : null;
        }

        if (served.Deployment < request.FirstDeployment || served.Deployment > request.LastDeployment)
        {
            return $"{request.Method} {request.Path} was handled by deployment {served.Deployment} while {request.FirstDeployment} to {request.LastDeployment} were active.";
        }

        var shares = tracker.SharesOf(served.Deployment, served.Function);
        return shares.Versions.Contains(served.Version)
            ? null
            : $"{request.Method} {request.Path} was served by {served.Function} {served.Version}, but the alias pointed to {shares}.";
    }

    private static JsonObject Object(IEnumerable<(string Name, int Value)> counts) =>
        new(counts.Select(count => KeyValuePair.Create(count.Name, (JsonNode?)count.Value)));

    private static int Number(string version) => int.Parse(version, CultureInfo.InvariantCulture);
}
