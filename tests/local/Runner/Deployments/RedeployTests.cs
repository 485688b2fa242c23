using WorkoutLog.Local.Fuzz;

namespace WorkoutLog.Local.Tests.Runner.Deployments;

/// <summary>What another deployment does to a run that goes on.</summary>
public sealed class RedeployTests
{
    [Fact]
    public async Task Only_what_changed_is_published_and_a_version_that_is_rolled_back_to_is_started_again()
    {
        await using var echo = await EchoRun.StartAsync();
        var before = await echo.PostAsync();

        var nothing = await echo.DeployAsync(echo.Graph());
        var same = await echo.PostAsync();
        var unchanged = echo.Versions.ToArray();
        var changes = await echo.DeployAsync(echo.Graph(memoryMiB: 300));
        var second = await echo.PostAsync();
        await echo.UntilAsync(() => !Directory.Exists($"/proc/{before.Process}") && echo.Versions.Length == 2 && echo.Invocations.Length == 3);
        var (versions, invocation) = (echo.Versions.Select(version => (version.Version, version.IsLive)).ToArray(), echo.Invocations.Last());
        var back = await echo.DeployAsync(echo.Graph(memoryMiB: 300, stable: "1"));
        var again = await echo.PostAsync();

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
    public async Task A_request_under_way_ends_on_the_version_that_took_it_which_is_stopped_then()
    {
        await using var echo = await EchoRun.StartAsync();
        var go = Path.Combine(echo.Repository, "go");
        var process = (await echo.PostAsync()).Process;
        var underWay = echo.PostAsync($"wait:{go}");
        await echo.UntilAsync(() => echo.Log.Count(line => line.EndsWith("received an event", StringComparison.Ordinal)) == 2);

        await echo.DeployAsync(echo.Graph(memoryMiB: 300));
        var meanwhile = await echo.PostAsync();
        var isThere = Directory.Exists($"/proc/{process}");
        await File.WriteAllTextAsync(go, "");
        var answer = await underWay;

        Assert.Equal((HttpStatusCode.Created, "2"), (meanwhile.Status, meanwhile.Version));
        Assert.True(isThere, "The version was stopped under a request.");
        Assert.Equal(new EchoAnswer(HttpStatusCode.Created, "1", process), answer);
        await echo.UntilAsync(() => !Directory.Exists($"/proc/{process}"));
        // Its last event was reported before its end.
        Assert.Equal(2, echo.Invocations.Count(invocation => invocation.Version == "1"));
    }

    [Fact]
    public async Task A_canary_gets_exactly_what_the_draws_give_it()
    {
        const int Requests = 60;
        await using var echo = await EchoRun.StartAsync(configure: options => options with { Random = new Random(5) });
        await echo.PostAsync();

        var changes = await echo.DeployAsync(echo.Graph(memoryMiB: 300, stable: "1", canary: 0.25));
        var versions = new List<string?>();
        for (var i = 0; i < Requests; i++)
        {
            versions.Add((await echo.PostAsync()).Version);
        }

        var draws = new Random(5);
        Assert.Equal(Enumerable.Range(0, Requests).Select(_ => draws.NextDouble() < 0.25 ? "2" : "1"), versions);
        Assert.Equal(new AliasChange("live", "Echo", "1", "1 (75 %), 2 (25 %)"), Assert.Single(changes.Aliases));
        Assert.Equal((2, "live", "1 (75 %), 2 (25 %)"), echo.Aliases.Select(alias => (alias.Deployment, alias.Alias, $"{alias.Shares}")).Single());
    }

    [Fact]
    public async Task Routes_come_and_go_and_the_throttle_goes_on_as_full_as_it_is_unless_it_is_declared_anew()
    {
        await using var echo = await EchoRun.StartAsync(graph => graph.With(SampleGraph.Throttle(burst: 4)));
        var document = SampleGraph.Document();
        document["paths"]!.AsObject().Remove("/stats/{userId}");
        document["paths"]!["/records"] = new JsonObject { ["get"] = SampleGraph.Operation() };
        var permission = SampleGraph.Permission("arn:aws:execute-api:us-east-1:123456789012:api1234567/v1/GET/records");
        var graph = echo.Graph().Without(PermissionType.Token).With(permission, SampleGraph.Throttle(burst: 4))
            .Changed(RestApiType.Token, api => api.Inputs["body"] = document.ToJsonString());

        var before = await echo.GetAsync("/stats/u");
        var changes = await echo.DeployAsync(graph);
        var after = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => echo.GetAsync("/records")));
        var gone = await echo.GetAsync("/stats/u");
        await echo.DeployAsync(echo.Graph().With(SampleGraph.Throttle(burst: 3)));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Forbidden), (before, gone));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.TooManyRequests], after.Order());
        Assert.Equal([new RouteChange(ChangeKind.Added, "GET /records"), new RouteChange(ChangeKind.Removed, "GET /stats/{userId}")], changes.Routes.AsEnumerable());
        Assert.Equal(HttpStatusCode.Created, (await echo.PostAsync()).Status);
    }

    [Fact]
    public async Task Reserved_concurrency_is_of_all_versions_and_makes_no_new_one()
    {
        await using var echo = await EchoRun.StartAsync();
        var go = Path.Combine(echo.Repository, "go");
        var underWay = echo.PostAsync($"wait:{go}");
        await echo.UntilAsync(() => echo.Log.Any(line => line.EndsWith("received an event", StringComparison.Ordinal)));

        await echo.DeployAsync(echo.Graph(memoryMiB: 300).Changed(FunctionType.Token, function => function.Inputs["reservedConcurrentExecutions"] = 1));
        var refused = await echo.PostAsync();
        await File.WriteAllTextAsync(go, "");
        await underWay;
        var served = await echo.PostAsync();
        var changes = await echo.DeployAsync(echo.Graph(memoryMiB: 300));

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.Created), (refused.Status, served.Status));
        Assert.Empty(changes.Versions);
        Assert.Equal(("Echo", "reservedConcurrentExecutions"), (changes.Resources.Single().Name, Assert.Single(changes.Resources.Single().Details)));
    }

    [Fact]
    public async Task Twenty_deployments_leave_no_more_behind_than_one()
    {
        await using var echo = await EchoRun.StartAsync();
        var descriptions = new List<WeakReference>();
        for (var i = 0; i < 20; i++)
        {
            descriptions.Add(new WeakReference(echo.Run.Description));
            await echo.DeployAsync(echo.Graph(memoryMiB: 300 + i));
            Assert.Equal($"{i + 2}", (await echo.PostAsync()).Version);
        }

        await echo.UntilAsync(() => echo.Versions.Count(version => !version.IsLive) == 20);
        await echo.UntilAsync(() => FunctionProcesses.Alive(echo.Run.AwsEndpoint).Count == 1);
        await echo.UntilAsync(() =>
        {
            GC.Collect();
            return descriptions.All(description => !description.IsAlive);
        });
    }
}
