using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Functions.Tests.Http;

/// <summary>SSM is unavailable: the last valid configuration stays in force.</summary>
public sealed class DeadParameterStoreTests
{
    // A start waits one second.
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(1.1);

    private readonly LogOutput _log = new();

    [Theory]
    [InlineData("refuses")]
    [InlineData("is silent")]
    [InlineData("resets")]
    [InlineData("stops half-way")]
    [InlineData("fails")]
    [InlineData("throttles")]
    public async Task A_start_uses_the_deployments_values(string fault)
    {
        using var server = FaultyServer.Create(fault);
        using var client = ClientOf(server);
        var time = new SteppedTime();
        var rules = new RuntimeRules(client, "/workout-log/test", TestApi.Rules, _log.Log, new MetricOutput().Writer, time);

        await time.RunAsync(rules.ReadAsync(), _limit);

        Assert.Equal((TestApi.Rules, "deployed"), (rules.Current.Rules, rules.Current.Version));
        Assert.Equal(["Parameters not read; the previous values stay in force"], _log.Show("message"));
    }

    private static AmazonSimpleSystemsManagementClient ClientOf(FaultyServer server) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonSimpleSystemsManagementConfig { ServiceURL = server.Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1", MaxErrorRetry = 1 });
}
