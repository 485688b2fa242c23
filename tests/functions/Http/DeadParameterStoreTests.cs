using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Moq;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Functions.Tests.Http;

/// <summary>SSM is of no use: the last good configuration serves on.</summary>
public sealed class DeadParameterStoreTests
{
    // A second is what a start waits.
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(1.1);

    private readonly LogOutput _log = new();

    [Theory]
    [InlineData("refuses")]
    [InlineData("is silent")]
    [InlineData("resets")]
    [InlineData("stops half-way")]
    [InlineData("fails")]
    [InlineData("throttles")]
    public async Task A_start_takes_the_values_of_the_deployment(string fault)
    {
        using var server = FaultyServer.Create(fault);
        using var client = ClientOf(server);
        var time = new SteppedTime();
        var rules = new RuntimeRules(client, "/workout-log/test", Rules.Default, _log.Log, new MetricOutput().Writer, time);

        await time.RunAsync(rules.ReadAsync(), _limit);

        Assert.Equal((Rules.Default.MaxDurationMinutes, "deployed"), (rules.Current.Rules.MaxDurationMinutes, rules.Current.Version));
        Assert.Contains(_log.Lines, line => line.GetProperty("message").GetString() == "Parameters not read; the values before stay in force");
    }

    [Theory]
    [InlineData("refuses")]
    [InlineData("resets")]
    [InlineData("fails")]
    public async Task A_refresh_keeps_the_values_that_were_read_last(string fault)
    {
        using var server = FaultyServer.Create(fault);
        using var dead = ClientOf(server);
        var time = new ManualTime();
        var rules = new RuntimeRules(AliveOnce(dead), "/workout-log/test", Rules.Default, _log.Log, new MetricOutput().Writer, time);
        await rules.ReadAsync();

        time.Advance(TimeSpan.FromMinutes(6));
        await rules.RefreshAsync().WaitAsync(DynamoDbFixture.Patience);

        Assert.Equal((90m, "max-duration-minutes:7,supported-types:8"), (rules.Current.Rules.MaxDurationMinutes, rules.Current.Version));
        Assert.Single(_log.Lines);
    }

    private static IAmazonSimpleSystemsManagement AliveOnce(AmazonSimpleSystemsManagementClient dead)
    {
        bool alive = true;
        var client = new Mock<IAmazonSimpleSystemsManagement>(MockBehavior.Strict);
        client.Setup(c => c.GetParametersAsync(It.IsAny<GetParametersRequest>(), It.IsAny<CancellationToken>()))
            .Returns<GetParametersRequest, CancellationToken>((request, cancellation) =>
            {
                bool first = alive;
                alive = false;
                return first ? Task.FromResult(Good()) : dead.GetParametersAsync(request, cancellation);
            });
        return client.Object;
    }

    private static GetParametersResponse Good() => new()
    {
        Parameters =
        [
            new() { Name = "/workout-log/test/max-duration-minutes", Value = "90", Version = 7 },
            new() { Name = "/workout-log/test/supported-types", Value = "RUN", Version = 8 },
        ],
    };

    private static AmazonSimpleSystemsManagementClient ClientOf(FaultyServer server) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonSimpleSystemsManagementConfig { ServiceURL = server.Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1", MaxErrorRetry = 1 });
}
