namespace WorkoutLog.Local.Soak.Rollout;

/// <summary>What the clients saw of the deployments.</summary>
/// <param name="Stages">How often each was reached.</param>
/// <param name="Failed">Requests without an answer, or with a status of 500 and above.</param>
/// <param name="Versions">Name of a function's resource to how many requests each of its versions served.</param>
internal sealed record RolloutReport(
    ImmutableSortedDictionary<RolloutStage, int> Stages, int Requests, int Failed,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<int, int>> Versions, CanaryShare Canary, CrossReads Reads,
    ImmutableArray<string> Violations)
{
    /// <param name="stages">Number of a deployment to what it did.</param>
    /// <param name="faultless">Nothing but the deployments could make a request fail.</param>
    public static RolloutReport Of(
        ImmutableArray<SentRequest> requests, VersionWitness witness, IReadOnlyDictionary<int, RolloutStage> stages, bool faultless)
    {
        var served = requests.Select(request => (Request: request, By: request.TraceId is { } trace ? witness.Find(trace) : null)).ToArray();
        ImmutableArray<Served> byVersion = [.. served.Select(item => item.By).OfType<Served>()];
        var failed = requests.Where(request => request.Status is null or >= 500).ToArray();
        var canaries = byVersion.Where(item => stages.GetValueOrDefault(item.Deployment) == RolloutStage.Canary).ToArray();
        var canary = new CanaryShare(
            canaries.Length, canaries.Count(item => witness.SharesOf(item.Deployment, item.Function).Additional == item.Version), RolloutPlan.CanaryPercent / 100.0);
        return new RolloutReport(
            stages.Values.CountBy(stage => stage).ToImmutableSortedDictionary(),
            requests.Length,
            failed.Length,
            byVersion.GroupBy(item => item.Function, StringComparer.Ordinal).ToImmutableSortedDictionary(
                function => function.Key, function => function.CountBy(item => Number(item.Version)).ToImmutableSortedDictionary(), StringComparer.Ordinal),
            canary,
            CrossReads.Count([.. served.Where(item => item.By is not null).Select(item => (item.Request, Number(item.By!.Version)))]),
            [
                .. witness.Violations,
                .. faultless ? failed.Select(request => $"{request.Method} {request.Path} failed: {request.Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer"}.") : [],
                .. served.Select(item => Violation(item.Request, item.By, witness)).OfType<string>(),
                .. canary.IsLikely ? [] : (string[])[$"The canaries took {canary}."],
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
        ("requests", string.Create(CultureInfo.InvariantCulture, $"{Requests:#,0}, of which failed {Failed}")),
        .. Versions.Select(function => (function.Key, string.Join(", ", function.Value.Select(version => string.Create(CultureInfo.InvariantCulture, $"{version.Key}: {version.Value:#,0}"))))),
        ("canaries", $"{Canary}"),
        ("reads", $"{Reads}"),
    ];

    private static string? Violation(SentRequest request, Served? served, VersionWitness witness)
    {
        if (served is null)
        {
            return request.Status is >= 200 and < 300 ? $"{request.Method} {request.Path} was answered {request.Status} by no version." : null;
        }

        if (served.Deployment < request.FirstDeployment || served.Deployment > request.LastDeployment)
        {
            return $"{request.Method} {request.Path} was taken by deployment {served.Deployment}, though {request.FirstDeployment} to {request.LastDeployment} were in force.";
        }

        var shares = witness.SharesOf(served.Deployment, served.Function);
        return shares.Versions.Contains(served.Version)
            ? null
            : $"{request.Method} {request.Path} was served by {served.Function} {served.Version}, though the alias was at {shares}.";
    }

    private static JsonObject Object(IEnumerable<(string Name, int Value)> counts) =>
        new(counts.Select(count => KeyValuePair.Create(count.Name, (JsonNode?)count.Value)));

    private static int Number(string version) => int.Parse(version, CultureInfo.InvariantCulture);
}
