using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Runner.Lambda.Versions;
using WorkoutLog.Local.Soak.Rollout;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Soak.Rollout;

/// <summary>What is wrong with deployments is found.</summary>
public sealed class RolloutReportTests
{
    private static readonly DateTimeOffset _time = new(2026, 5, 9, 7, 30, 0, TimeSpan.Zero);

    private readonly VersionWitness _witness = new(StackDescription.From(SampleGraph.Stack()));

    public RolloutReportTests()
    {
        _witness.Add(new VersionChanged(_time, "Echo", "2", IsLive: true));
        _witness.Add(new AliasSwitched(_time, 2, "Echo", "live", new VersionShares("2")));
    }

    [Fact]
    public void Is_content_when_every_request_was_served_as_the_aliases_stood()
    {
        Serve("one", deployment: 1, "1");
        Serve("two", deployment: 2, "2");

        var report = Report(Request("POST", 201, "one", first: 1, last: 1, "\"1\""), Request("GET", 200, "two", first: 1, last: 2, "\"1\""), Request("PUT", 429, "three", 2, 2));

        Assert.Empty(report.Violations);
        Assert.Equal((3, 0), (report.Requests, report.Failed));
        Assert.Equal(new CrossReads(ByOlder: 0, ByNewer: 1), report.Reads);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"Echo":{"1":1,"2":1}}"""), report.ToJson()["versions"]));
    }

    [Fact]
    public void Finds_a_version_that_served_while_it_was_stopped()
    {
        _witness.Add(new VersionChanged(_time, "Echo", "1", IsLive: false));
        Serve("late", deployment: 1, "1");

        AssertViolation("Echo 1 served late while it was stopped.", Request("GET", 200, "late", 1, 2));
    }

    [Fact]
    public void Finds_a_request_that_another_deployment_took()
    {
        Serve("late", deployment: 1, "1");

        AssertViolation("GET /workouts/u/1 was taken by deployment 1, though 2 to 2 were in force.", Request("GET", 200, "late", 2, 2));
    }

    [Fact]
    public void Finds_a_version_that_the_alias_did_not_name()
    {
        Serve("wrong", deployment: 2, "1");

        AssertViolation("GET /workouts/u/1 was served by Echo 1, though the alias was at 2.", Request("GET", 200, "wrong", 2, 2));
    }

    [Fact]
    public void Finds_an_answer_of_nobody() =>
        AssertViolation("GET /workouts/u/1 was answered 200 by no version.", Request("GET", 200, "nobody", 1, 1));

    [Theory]
    [InlineData(502, "GET /workouts/u/1 failed: 502.")]
    [InlineData(null, "GET /workouts/u/1 failed: no answer.")]
    public void Finds_a_failed_request_unless_there_are_faults(int? status, string violation)
    {
        var request = Request("GET", status, null, 1, 1);

        AssertViolation(violation, request);
        Assert.Empty(RolloutReport.Of([request], _witness, ImmutableDictionary<int, RolloutStage>.Empty, faultless: false).Violations);
    }

    [Fact]
    public void Finds_a_canary_that_took_too_much()
    {
        _witness.Add(new AliasSwitched(_time, 3, "Echo", "live", new VersionShares("1", "2", 0.1)));
        var requests = Enumerable.Range(0, 20).Select(place => $"{place}").ToArray();
        foreach (var trace in requests)
        {
            Serve(trace, deployment: 3, "2");
        }

        var report = Report([.. requests.Select(trace => Request("GET", 200, trace, 3, 3))]);

        Assert.Equal("The canaries took 20 of 20 requests, 100.0 %; 10 % asked for.", Assert.Single(report.Violations));
    }

    private void AssertViolation(string violation, SentRequest request) => Assert.Equal(violation, Assert.Single(Report(request).Violations));

    private RolloutReport Report(params ImmutableArray<SentRequest> requests) =>
        RolloutReport.Of(requests, _witness, new Dictionary<int, RolloutStage> { [2] = RolloutStage.Publish, [3] = RolloutStage.Canary }, faultless: true);

    private void Serve(string trace, int deployment, string version)
    {
        _witness.Add(new InvocationEnded(_time, "Echo", trace, new InvocationResult.Answered(default), TimeSpan.Zero, null, 1, []) { InvokedArn = SampleGraph.AliasArn, Version = version });
        _witness.Add(new ApiRequestEnded(_time, trace, trace, "GET", "/workouts/u/1", null, 200, null, "Echo", TimeSpan.Zero, null, null) { Deployment = deployment });
    }

    private static SentRequest Request(string method, int? status, string? trace, int first, int last, string? etag = null) =>
        new(method, "/workouts/u/1", first, last, status, trace, etag);
}
