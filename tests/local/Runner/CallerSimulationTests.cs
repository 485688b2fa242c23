using System.Collections.Concurrent;
using System.Net;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner;

/// <summary>What the options of a run make the API's own policy see of a caller.</summary>
public sealed class CallerSimulationTests
{
    private const string Policy = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Deny","Principal":{"AWS":"*"},"Action":"execute-api:Invoke","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}},
          {"Effect":"Deny","Principal":{"AWS":"*"},"Action":"execute-api:Invoke","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}]}
        """;

    [Theory]
    [InlineData("203.0.113.7", false, HttpStatusCode.Created, null)]
    [InlineData("203.0.113.7", true, HttpStatusCode.Forbidden, "The policy of the API denies GET /stats/u: aws:SecureTransport is false, aws:SourceIp is 203.0.113.7")]
    [InlineData(null, false, HttpStatusCode.Forbidden, "The policy of the API denies GET /stats/u: aws:SecureTransport is true, aws:SourceIp is 127.0.0.1")]
    public async Task Decides_by_the_simulated_caller(string? sourceIp, bool plainHttp, HttpStatusCode status, string? line)
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

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(line, lines.FirstOrDefault(text => text.StartsWith("The policy", StringComparison.Ordinal)));
    }
}
