namespace WorkoutLog.Local.Tests.Runner;

/// <summary>Responses of the API when a function or the stage reaches a limit.</summary>
public sealed class LocalRunLimitsTests
{
    [Fact]
    public async Task Answers_504_at_the_timeout_502_at_the_memory_limit_500_beyond_the_reserve_429_beyond_the_throttle_and_works_on()
    {
        await using var sample = await SampleRun.StartAsync(Limit);

        var late = await PostAsync(sample, "hang");
        var tooBig = await PostAsync(sample, "hoard");
        var both = await Task.WhenAll(PostAsync(sample, "slow"), PostAsync(sample, "slow"));
        var afterwards = await PostAsync(sample, "{}");
        var beyondTheBurst = await PostAsync(sample, "{}");

        Assert.Equal((HttpStatusCode.GatewayTimeout, "GatewayTimeoutException", """{"message":"Endpoint request timed out"}"""), late);
        Assert.Equal((HttpStatusCode.BadGateway, "InternalServerErrorException", """{"message":"Internal server error"}"""), tooBig);
        Assert.Single(both, answer => answer.Status == HttpStatusCode.Created);
        Assert.Single(both, answer => answer == (HttpStatusCode.InternalServerError, "InternalServerErrorException", """{"message":"Internal server error"}"""));
        Assert.Equal(HttpStatusCode.Created, afterwards.Status);
        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequestsException", """{"message":"Too Many Requests"}"""), beyondTheBurst);
        Assert.Contains(sample.Log, line => line.EndsWith("Task timed out after 15.00 seconds", StringComparison.Ordinal));
        Assert.Contains(sample.Log, line => line.EndsWith("Runtime exited with error: signal: killed", StringComparison.Ordinal));
    }

    private static async Task<(HttpStatusCode Status, string? Error, string Body)> PostAsync(SampleRun sample, string body)
    {
        using var answer = await sample.SendAsync(HttpMethod.Post, "/workouts", body);
        return (answer.StatusCode, answer.Header("x-amzn-ErrorType"), await answer.Content.ReadAsStringAsync());
    }

    // One concurrent event, 15 seconds, 128 MB, and a burst of all requests of the test except the last.
    private static ResourceGraph Limit(ResourceGraph graph)
    {
        var function = graph.OfType(FunctionType.Token)[0].Inputs;
        (function["timeout"], function["memorySize"], function["reservedConcurrentExecutions"]) = (15, 128, 1);
        return graph.With(SampleGraph.Throttle(burst: 5));
    }
}

/// <summary>Simulated caller properties, as the API's policy sees them.</summary>
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
        await using var sample = await SampleRun.StartAsync(
            graph => graph.Changed(RestApiType.Token, api => api.Inputs["policy"] = Policy),
            options => options with { PlainHttp = plainHttp, SourceIp = sourceIp is null ? null : IPAddress.Parse(sourceIp) });

        Assert.Equal(HttpStatusCode.Forbidden, await sample.GetAsync("/stats/u"));
        Assert.Equal(line, sample.Log.FirstOrDefault(text => text.StartsWith("The policy", StringComparison.Ordinal)));
    }
}
