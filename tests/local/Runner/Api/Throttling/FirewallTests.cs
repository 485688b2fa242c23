using WorkoutLog.Local.Runner.Api.Throttling;

namespace WorkoutLog.Local.Tests.Runner.Api.Throttling;

public sealed class FirewallTests
{
    private static readonly Lazy<Task<ImmutableArray<RateRule>>> _rules = new(async () => RateRule.From(
        (await Stacks.OfAsync("prod", ("firewallSessionLimit", "150"), ("firewallBulkLimit", "30"))).OfType(WebAclType.Token)));

    private static readonly IPAddress _address = IPAddress.Parse("203.0.113.7");

    [Fact]
    public async Task Reads_the_rules_that_a_stack_declares() => Assert.Equal(
        [
            new RateRule("rate-per-address", 30_000, TimeSpan.FromMinutes(5), Header: null, Path: null),
            new RateRule("rate-per-session", 150, TimeSpan.FromMinutes(5), "x-amz-security-token", Path: null),
            new RateRule("bulk-rate-per-session", 30, TimeSpan.FromMinutes(5), "x-amz-security-token", "(/workouts/batch|/workouts/[^/]+/export)/?$"),
        ],
        (await _rules.Value).AsEnumerable());

    [Fact]
    public async Task A_session_that_sends_too_much_is_blocked_and_no_other()
    {
        var firewall = new Firewall(await _rules.Value, TimeProvider.System);

        Assert.Equal(150, Enumerable.Range(0, 1_000).Count(_ => !firewall.Blocks(Request("/stats/a", "hostile"), _address)));
        Assert.False(firewall.Blocks(Request("/stats/a", "other"), _address));
        Assert.False(firewall.Blocks(Request("/stats/a", token: null), _address));
    }

    [Theory]
    [InlineData("/workouts/batch", 30)]
    [InlineData("/workouts/%62atch/", 30)]
    [InlineData("/workouts/a/export", 30)]
    [InlineData("/workouts/a", 100)]
    public async Task Bulk_requests_of_a_session_have_a_smaller_limit(string path, int passed)
    {
        var firewall = new Firewall(await _rules.Value, TimeProvider.System);

        Assert.Equal(passed, Enumerable.Range(0, 100).Count(_ => !firewall.Blocks(Request(path, "hostile"), _address)));
    }

    [Fact]
    public void A_client_that_keeps_sending_stays_blocked_and_one_that_stops_is_unblocked_after_the_window()
    {
        var clock = new ManualClock();
        var firewall = new Firewall([new RateRule("rate", 10, TimeSpan.FromMinutes(5), Header: null, Path: null)], clock);

        // One each 20 seconds is 15 in the window.
        var passed = Enumerable.Range(0, 100).Count(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(20));
            return !firewall.Blocks(Request("/", null), _address);
        });
        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal((10, false), (passed, firewall.Blocks(Request("/", null), _address)));
    }

    [Theory]
    [InlineData("""{"aggregateKeyType":"FORWARDED_IP"}""")]
    [InlineData("""{"aggregateKeyType":"CUSTOM_KEYS","customKeys":[{"cookie":{"name":"c"}}]}""")]
    [InlineData("""{"aggregateKeyType":"IP","scopeDownStatement":{"geoMatchStatement":{}}}""")]
    public void Rejects_an_unsupported_rate_rule(string rate) =>
        Assert.StartsWith("The firewall's rule 'r' counts ", Refusal.Of(() => RateRule.From([Acl(rate)])), StringComparison.Ordinal);

    [Fact]
    public async Task A_blocked_request_is_answered_as_API_Gateway_does_and_reaches_no_function()
    {
        await using var sample = await SampleRun.StartAsync(graph => graph.With(Acl("""{"aggregateKeyType":"IP","limit":10}""")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => sample.SendAsync(HttpMethod.Post, "/workouts", "{}")));

        Assert.Equal((10, 2), (answers.Count(answer => answer.IsSuccessStatusCode), answers.Count(answer => answer.StatusCode == HttpStatusCode.Forbidden)));
        Assert.Equal("ForbiddenException", answers.First(answer => !answer.IsSuccessStatusCode).Header("x-amzn-ErrorType"));
        await sample.UntilAsync(() => sample.Invocations.Length == 10);
    }

    private static GraphResource Acl(string rate) => SampleGraph.Resource(WebAclType.Token, "acl", new JsonObject
    {
        ["rules"] = new JsonArray(new JsonObject { ["name"] = "r", ["priority"] = 0, ["statement"] = new JsonObject { ["rateBasedStatement"] = JsonNode.Parse(rate) } }),
    });

    private static SignedRequest Request(string path, string? token) => new(
        "GET", path, "", token is null ? [] : ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("x-amz-security-token", [token]), default);
}
