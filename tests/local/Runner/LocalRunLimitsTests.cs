namespace WorkoutLog.Local.Tests.Runner;

/// <summary>What a client of the API sees when a function or the stage reaches a limit.</summary>
public sealed class LocalRunLimitsTests : IAsyncLifetime
{
    private const int Burst = 5;

    private static readonly AwsSdkSigner _service = new("LOCALSERVICE", "local-service-secret", "us-east-1", "execute-api");
    private static readonly HttpClient _http = new();

    private readonly ShellFunction _code = ShellFunction.Create();
    private readonly ConcurrentQueue<string> _log = new();
    private LocalRun? _run;

    public async Task InitializeAsync()
    {
        _run = await LocalRun.StartAsync(
            _code.PackInto(Graph()), new LocalRunOptions(_code.Repository, 0, _log.Enqueue, TimeProvider.System), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _run!.DisposeAsync();
        _code.Dispose();
    }

    [Fact]
    public async Task Answers_504_at_the_timeout_502_at_the_memory_limit_429_beyond_a_limit_and_works_on()
    {
        var late = await PostAsync("hang");
        var tooBig = await PostAsync("hoard");
        var both = await Task.WhenAll(PostAsync("slow"), PostAsync("slow"));
        var afterwards = await PostAsync("{}");
        var beyondTheBurst = await PostAsync("{}");

        Assert.Equal((HttpStatusCode.GatewayTimeout, "GatewayTimeoutException", """{"message":"Endpoint request timed out"}"""), late);
        Assert.Equal((HttpStatusCode.BadGateway, "InternalServerErrorException", """{"message":"Internal server error"}"""), tooBig);
        Assert.Single(both, answer => answer.Status == HttpStatusCode.Created);
        var throttled = (HttpStatusCode.TooManyRequests, "TooManyRequestsException", """{"message":"Too Many Requests"}""");
        Assert.Single(both, answer => answer == throttled);
        Assert.Equal(HttpStatusCode.Created, afterwards.Status);
        Assert.Equal(throttled, beyondTheBurst);
        Assert.Contains(_log, line => line.EndsWith("Task timed out after 5.00 seconds", StringComparison.Ordinal));
        Assert.Contains(_log, line => line.EndsWith("Runtime exited with error: signal: killed", StringComparison.Ordinal));
    }

    private async Task<(HttpStatusCode Status, string Error, string Body)> PostAsync(string body)
    {
        using var request = _service.Sign(HttpMethod.Post, new Uri(_run!.Url), "/workouts", Encoding.UTF8.GetBytes(body));
        using var answer = await _http.SendAsync(request);
        var error = answer.Headers.TryGetValues("x-amzn-ErrorType", out var values) ? values.Single() : "";
        return (answer.StatusCode, error, await answer.Content.ReadAsStringAsync());
    }

    // One event at a time, 5 seconds and 128 MB for it, and no more requests than a test makes.
    private static ResourceGraph Graph()
    {
        var graph = SampleGraph.Stack();
        var function = graph.OfType("aws:lambda/function:Function")[0].Inputs;
        function["timeout"] = 5;
        function["memorySize"] = 128;
        function["reservedConcurrentExecutions"] = 1;
        var throttle = new JsonObject
        {
            ["methodPath"] = "*/*",
            ["settings"] = new JsonObject { ["throttlingRateLimit"] = 0, ["throttlingBurstLimit"] = Burst },
        };
        return graph with { Resources = [.. graph.Resources, SampleGraph.Resource("aws:apigateway/methodSettings:MethodSettings", "methods", throttle)] };
    }
}

/// <summary>What the options of a run make the API's own policy see of a caller.</summary>
public sealed class CallerSimulationTests
{
    private const string Policy = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Deny","Principal":{"AWS":"*"},"Action":"execute-api:Invoke","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}},
          {"Effect":"Deny","Principal":{"AWS":"*"},"Action":"execute-api:Invoke","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}]}
        """;

    [Theory]
    [InlineData("203.0.113.7", true, "The policy of the API denies GET /stats/u: aws:SecureTransport is false, aws:SourceIp is 203.0.113.7")]
    [InlineData(null, false, "The policy of the API denies GET /stats/u: aws:SecureTransport is true, aws:SourceIp is 127.0.0.1")]
    public async Task Decides_by_the_simulated_caller(string? sourceIp, bool plainHttp, string line)
    {
        using var code = ShellFunction.Create();
        var lines = new ConcurrentQueue<string>();
        var graph = code.PackInto(SampleGraph.Stack());
        graph.Resources.Single(resource => resource.Type == RestApiType.Token).Inputs["policy"] = Policy;
        await using var run = await LocalRun.StartAsync(
            graph,
            new LocalRunOptions(code.Repository, 0, lines.Enqueue, TimeProvider.System)
            {
                PlainHttp = plainHttp,
                SourceIp = sourceIp is null ? null : IPAddress.Parse(sourceIp),
            },
            CancellationToken.None);
        using var http = new HttpClient();
        using var request = new AwsSdkSigner("LOCALSERVICE", "local-service-secret", "us-east-1", "execute-api").Sign(HttpMethod.Get, new Uri(run.Url), "/stats/u");

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(line, lines.FirstOrDefault(text => text.StartsWith("The policy", StringComparison.Ordinal)));
    }
}
