using WorkoutLog.Local.Fuzz;

namespace WorkoutLog.Local.Tests.Runner.Deployments;

/// <summary>Effects of another deployment on a run.</summary>
public sealed class RedeployTests
{
    [Fact]
    public async Task Only_what_changed_is_published_and_a_version_that_is_rolled_back_to_is_started_again()
    {
        await using var sample = await SampleRun.StartAsync();
        var before = await sample.PostAsync();

        var nothing = await sample.DeployAsync(sample.Graph());
        var same = await sample.PostAsync();
        var unchanged = sample.Versions.ToArray();
        var changes = await sample.DeployAsync(sample.Graph(memoryMiB: 300));
        var second = await sample.PostAsync();
        await sample.UntilAsync(() => !Directory.Exists($"/proc/{before.Process}") && sample.Versions.Length == 2 && sample.Invocations.Length == 3);
        var (versions, invocation) = (sample.Versions.Select(version => (version.Version, version.IsLive)).ToArray(), sample.Invocations.Last());
        var back = await sample.DeployAsync(sample.Graph(memoryMiB: 300, stable: "1"));
        var again = await sample.PostAsync();

        Assert.Equal((true, 2, "dev"), (nothing.IsEmpty, nothing.Deployment, nothing.Stack));
        Assert.Equal((before, "1"), (same, before.Version));
        Assert.Empty(unchanged);
        var published = Assert.Single(changes.Versions);
        Assert.Equal(("Echo", "2", "memorySize"), (published.Function, published.Version, Assert.Single(published.Inputs)));
        Assert.Equal(new AliasChange("live", "Echo", "1", "2"), Assert.Single(changes.Aliases));
        Assert.Equal(("2", "2"), (second.Version, invocation.Version));
        Assert.Equal([("2", true), ("1", false)], versions);
        Assert.Contains(invocation.Lines, line => line.StartsWith("START RequestId: ", StringComparison.Ordinal) && line.EndsWith(" Version: 2", StringComparison.Ordinal));
        Assert.Empty(back.Versions);
        Assert.Equal(new AliasChange("live", "Echo", "2", "1"), Assert.Single(back.Aliases));
        Assert.Equal("1", again.Version);
        Assert.NotEqual(before.Process, again.Process);
    }

    [Fact]
    public async Task A_request_in_progress_ends_on_its_version_which_then_stops()
    {
        await using var sample = await SampleRun.StartAsync();
        var go = Path.Combine(sample.Repository, "go");
        var process = (await sample.PostAsync()).Process;
        var underWay = sample.PostAsync($"wait:{go}");
        await sample.UntilAsync(() => sample.Log.Count(line => line.EndsWith("received an event", StringComparison.Ordinal)) == 2);

        await sample.DeployAsync(sample.Graph(memoryMiB: 300));
        var meanwhile = await sample.PostAsync();
        var isThere = Directory.Exists($"/proc/{process}");
        await File.WriteAllTextAsync(go, "");
        var answer = await underWay;

        Assert.Equal((HttpStatusCode.Created, "2"), (meanwhile.Status, meanwhile.Version));
        Assert.True(isThere, "The version was stopped under a request.");
        Assert.Equal(new SampleAnswer(HttpStatusCode.Created, "1", process), answer);
        await sample.UntilAsync(() => !Directory.Exists($"/proc/{process}"));
        // Its last invocation was reported before it ended.
        Assert.Equal(2, sample.Invocations.Count(invocation => invocation.Version == "1"));
    }

    [Fact]
    public async Task A_canary_gets_exactly_what_the_draws_give_it()
    {
        const int Requests = 60;
        await using var sample = await SampleRun.StartAsync(configure: options => options with { Random = new Random(5) });
        await sample.PostAsync();

        var changes = await sample.DeployAsync(sample.Graph(memoryMiB: 300, stable: "1", canary: 0.25));
        var versions = new List<string?>();
        for (var i = 0; i < Requests; i++)
        {
            versions.Add((await sample.PostAsync()).Version);
        }

        var draws = new Random(5);
        Assert.Equal(Enumerable.Range(0, Requests).Select(_ => draws.NextDouble() < 0.25 ? "2" : "1"), versions);
        Assert.Equal(new AliasChange("live", "Echo", "1", "1 (75 %), 2 (25 %)"), Assert.Single(changes.Aliases));
        Assert.Equal((2, "live", "1 (75 %), 2 (25 %)"), sample.Aliases.Select(alias => (alias.Deployment, alias.Alias, $"{alias.Shares}")).Single());
    }

    [Fact]
    public async Task Routes_change_and_the_throttle_keeps_its_tokens_unless_its_declaration_changes()
    {
        await using var sample = await SampleRun.StartAsync(graph => graph.With(SampleGraph.Throttle(burst: 4)));
        var document = SampleGraph.Document();
        document["paths"]!.AsObject().Remove("/stats/{userId}");
        document["paths"]!["/records"] = new JsonObject { ["get"] = SampleGraph.Operation() };
        var permission = SampleGraph.Permission("arn:aws:execute-api:us-east-1:123456789012:api1234567/v1/GET/records");
        var graph = sample.Graph().Without(PermissionType.Token).With(permission, SampleGraph.Throttle(burst: 4))
            .Changed(RestApiType.Token, api => api.Inputs["body"] = document.ToJsonString());

        var before = await sample.GetAsync("/stats/u");
        var changes = await sample.DeployAsync(graph);
        var after = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sample.GetAsync("/records")));
        var gone = await sample.GetAsync("/stats/u");
        await sample.DeployAsync(sample.Graph().With(SampleGraph.Throttle(burst: 3)));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Forbidden), (before, gone));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.TooManyRequests], after.Order());
        Assert.Equal([new RouteChange(ChangeKind.Added, "GET /records"), new RouteChange(ChangeKind.Removed, "GET /stats/{userId}")], changes.Routes.AsEnumerable());
        Assert.Equal(HttpStatusCode.Created, (await sample.PostAsync()).Status);
    }

    [Fact]
    public async Task Reserved_concurrency_covers_all_versions_and_publishes_none()
    {
        await using var sample = await SampleRun.StartAsync();
        var go = Path.Combine(sample.Repository, "go");
        var underWay = sample.PostAsync($"wait:{go}");
        await sample.UntilAsync(() => sample.Log.Any(line => line.EndsWith("received an event", StringComparison.Ordinal)));

        await sample.DeployAsync(sample.Graph(memoryMiB: 300).Changed(FunctionType.Token, function => function.Inputs["reservedConcurrentExecutions"] = 1));
        var refused = await sample.PostAsync();
        await File.WriteAllTextAsync(go, "");
        await underWay;
        var served = await sample.PostAsync();
        var changes = await sample.DeployAsync(sample.Graph(memoryMiB: 300));

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.Created), (refused.Status, served.Status));
        Assert.Empty(changes.Versions);
        Assert.Equal(("Echo", "reservedConcurrentExecutions"), (changes.Resources.Single().Name, Assert.Single(changes.Resources.Single().Details)));
    }

    [Fact]
    public async Task Twenty_deployments_leave_no_more_behind_than_one()
    {
        await using var sample = await SampleRun.StartAsync();
        var descriptions = new List<WeakReference>();
        for (var i = 0; i < 20; i++)
        {
            descriptions.Add(new WeakReference(sample.Run.Description));
            await sample.DeployAsync(sample.Graph(memoryMiB: 300 + i));
            Assert.Equal($"{i + 2}", (await sample.PostAsync()).Version);
        }

        await sample.UntilAsync(() => sample.Versions.Count(version => !version.IsLive) == 20);
        await sample.UntilAsync(() => FunctionProcesses.Alive(sample.Run.AwsEndpoint).Count == 1);
        await sample.UntilAsync(() =>
        {
            GC.Collect();
            return descriptions.All(description => !description.IsAlive);
        });
    }
}
