namespace WorkoutLog.Local.Tests.Runner.Faults;

public sealed class FaultControlTests : IAsyncLifetime, IDisposable
{
    private const string Idle =
        """{"active":false,"calls":0,"injected":{"throttle":0,"internalError":0,"latency":0,"resetBefore":0,"resetAfterCommit":0,"transactionConflict":0,"transactionInProgress":0,"down":0}}""";

    private readonly FaultInjector _faults = new(TimeProvider.System);
    private readonly HttpClient _http = new();
    private LoopbackServer? _server;

    public async Task InitializeAsync()
    {
        var control = new FaultControl(_faults);
        _server = await LoopbackServer.StartAsync(
            0, context => ReservedPaths.IsFor(context, FaultControl.Path) ? control.HandleAsync(context) : throw new InvalidOperationException("The path is the API's."), _ => { }, CancellationToken.None);
        _http.BaseAddress = _server.Url;
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Injects_counts_and_stops_faults()
    {
        var before = await _http.GetStringAsync("/_faults");
        var put = await PutAsync(FaultSpec.Example);
        var isActive = _faults.IsActive;
        using var deleted = await _http.DeleteAsync("/_faults");

        Assert.Equal(Idle, before);
        Assert.Equal((HttpStatusCode.OK, Idle.Replace("false", "true", StringComparison.Ordinal)), put);
        Assert.True(isActive);
        Assert.Equal(Idle, await deleted.Content.ReadAsStringAsync());
        Assert.False(_faults.IsActive);
    }

    [Fact]
    public async Task Rejects_invalid_faults_and_other_methods_and_keeps_the_active_ones()
    {
        await PutAsync(FaultSpec.Example);

        var (status, body) = await PutAsync("""{"faults":{}}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith(
            "The body is not a valid fault specification:\n  the specification.faults must be an array; got {}\n", JsonNode.Parse(body)!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(_faults.IsActive);

        using var answer = await _http.PostAsync("/_faults", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["DELETE", "GET", "PUT"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/_faults")]
    [InlineData("/{anything}")]
    [InlineData("/{anything+}")]
    [InlineData("/{anything}/below")]
    public void Does_not_hide_a_path_of_the_API(string path) => Assert.Equal(
        $"The API's path {path} covers /_faults, which a local run reserves for faults.",
        Refusal.Of(() => ReservedPaths.CheckFree([Calls.Route("GET", path)], FaultControl.Path, "faults")));

    [Theory]
    [InlineData("Host", "rebound.example", false)]
    [InlineData("Origin", "http://127.0.0.1:1", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    public async Task Rejects_pages_of_other_origins(string header, string value, bool taken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_faults") { Headers = { { header, value } } };
        using var answer = await _http.SendAsync(request);

        Assert.Equal(taken, answer.IsSuccessStatusCode);
    }

    private async Task<(HttpStatusCode Status, string Body)> PutAsync(string spec)
    {
        using var answer = await _http.PutAsync("/_faults", new StringContent(spec, Encoding.UTF8));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
