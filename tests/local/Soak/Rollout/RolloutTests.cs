using WorkoutLog.Local.Soak.Rollout;

namespace WorkoutLog.Local.Tests.Soak.Rollout;

public sealed class CanaryShareTests
{
    // Bounds that one run in two million exceeds on each side, computed with exact fractions.
    [Theory, Cases]
    public void Accepts_only_a_share_that_chance_explains(int requests, int taken, bool isLikely) =>
        Assert.Equal(isLikely, new CanaryShare(requests, taken, 0.1).IsLikely);

    [Fact]
    public void Formats_the_share() => Assert.Equal("83 of 1,828 requests, 4.5 %; 10 % configured", new CanaryShare(1828, 83, 0.1).ToString());
}

public sealed class RolloutPlanTests
{
    [Fact]
    public void Publishes_deploys_a_canary_promotes_and_rolls_back_in_turn()
    {
        var plan = new RolloutPlan();

        Assert.Equal(
            [
                "Publish: memory 302",
                "Canary: memory 303, stable 2, 10 %",
                "Promote: memory 303",
                "RollBack: memory 303, stable 2",
                "Publish: memory 304",
                "Canary: memory 305, stable 4, 10 %",
            ],
            Enumerable.Range(0, 6).Select(_ => Describe(plan.Next())));
    }

    private static string Describe((RolloutStage Stage, ImmutableArray<KeyValuePair<string, string>> Settings) step)
    {
        var settings = step.Settings.ToDictionary(StringComparer.Ordinal);
        var stable = settings.TryGetValue("processWorkoutStableVersion", out var version) ? $", stable {version}" : "";
        var percent = settings.TryGetValue("processWorkoutCanaryPercent", out var share) ? $", {share} %" : "";
        Assert.Equal(version, settings.GetValueOrDefault("queryWorkoutsStableVersion"));
        Assert.Equal(share, settings.GetValueOrDefault("queryWorkoutsCanaryPercent"));
        return $"{step.Stage}: memory {settings["processWorkoutMemoryMiB"]}{stable}{percent}";
    }
}

/// <summary>The report finds faulty deployments.</summary>
public sealed class RolloutReportTests
{
    private static readonly DateTimeOffset _time = new(2026, 5, 9, 7, 30, 0, TimeSpan.Zero);

    private readonly VersionTracker _tracker = new(StackDescription.From(SampleGraph.Stack()));

    public RolloutReportTests()
    {
        _tracker.Add(new VersionChanged(_time, "Echo", "2", IsLive: true));
        _tracker.Add(new AliasSwitched(_time, 2, "Echo", "live", new VersionShares("2")));
    }

    [Fact]
    public void Finds_no_violation_when_every_request_was_served_as_the_aliases_specify()
    {
        Serve("one", deployment: 1, "1");
        Serve("two", deployment: 2, "2");

        var report = Report(Request("POST", 201, "one", first: 1, last: 1, "\"1\""), Request("GET", 200, "two", first: 1, last: 2, "\"1\""), Request("PUT", 429, "three", 2, 2));

        Assert.Empty(report.Violations);
        Assert.Equal((3, 0), (report.Requests, report.Failed));
        Assert.Equal(new CrossReads(ByOlder: 0, ByNewer: 1), report.Reads);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"Echo":{"1":1,"2":1}}"""), report.ToJson()["versions"]));
    }

    /// <summary>Deployment and version that served (null for none), the active deployments, and the violation.</summary>
    [Theory, Cases]
    public void Finds_a_request_served_by_the_wrong_version_or_deployment_or_by_none(
        int deployment, string? version, int first, int last, string violation, bool isStopped = false)
    {
        if (isStopped)
        {
            _tracker.Add(new VersionChanged(_time, "Echo", version!, IsLive: false));
        }

        if (version is not null)
        {
            Serve("trace", deployment, version);
        }

        AssertViolation(violation, Request("GET", 200, "trace", first, last));
    }

    [Theory, InlineData(502, "GET /workouts/u/1 failed: 502."), InlineData(null, "GET /workouts/u/1 failed: no answer.")]
    public void Finds_a_failed_request_unless_there_are_faults(int? status, string violation)
    {
        var request = Request("GET", status, null, 1, 1);

        AssertViolation(violation, request);
        Assert.Empty(RolloutReport.Of([request], _tracker, ImmutableDictionary<int, RolloutStage>.Empty, faultless: false).Violations);
    }

    [Fact]
    public void Finds_a_canary_that_served_too_many_requests()
    {
        _tracker.Add(new AliasSwitched(_time, 3, "Echo", "live", new VersionShares("1", "2", 0.1)));
        var requests = Enumerable.Range(0, 20).Select(place => $"{place}").ToArray();
        foreach (var trace in requests)
        {
            Serve(trace, deployment: 3, "2");
        }

        var report = Report([.. requests.Select(trace => Request("GET", 200, trace, 3, 3))]);

        Assert.Equal("Canary share: 20 of 20 requests, 100.0 %; 10 % configured.", Assert.Single(report.Violations));
    }

    private void AssertViolation(string violation, SentRequest request) => Assert.Equal(violation, Assert.Single(Report(request).Violations));

    private RolloutReport Report(params ImmutableArray<SentRequest> requests) =>
        RolloutReport.Of(requests, _tracker, new Dictionary<int, RolloutStage> { [2] = RolloutStage.Publish, [3] = RolloutStage.Canary }, faultless: true);

    private void Serve(string trace, int deployment, string version)
    {
        _tracker.Add(new InvocationEnded(_time, "Echo", trace, new InvocationResult.Answered(default), TimeSpan.Zero, null, 1, []) { InvokedArn = SampleGraph.AliasArn, Version = version });
        _tracker.Add(new ApiRequestEnded(_time, trace, trace, "GET", "/workouts/u/1", null, 200, null, "Echo", TimeSpan.Zero, null, null) { Deployment = deployment });
    }

    private static SentRequest Request(string method, int? status, string? trace, int first, int last, string? etag = null) =>
        new(method, "/workouts/u/1", first, last, status, trace, etag);
}
