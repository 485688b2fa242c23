using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Api.Throttling;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Api.Throttling;

public sealed class StageThrottleTests
{
    [Fact]
    public void Reads_what_the_stage_declares() => Assert.Equal(
        new StageThrottle(12.5m, 30),
        StageThrottle.From([Settings("*/*", new JsonObject { ["throttlingRateLimit"] = 12.5, ["throttlingBurstLimit"] = 30 })]));

    [Fact]
    public void Takes_the_limits_of_an_account_where_the_stage_declares_none()
    {
        var ofAccount = new StageThrottle(10_000, 5_000);

        Assert.Equal(ofAccount, StageThrottle.From([]));
        Assert.Equal(ofAccount, StageThrottle.From([Settings("*/*", new JsonObject { ["throttlingRateLimit"] = -1, ["throttlingBurstLimit"] = -1 })]));
    }

    [Fact]
    public void Stops_at_settings_of_a_single_method()
    {
        var stop = Assert.Throws<UserErrorException>(() => StageThrottle.From([Settings("workouts/POST", [])]));

        Assert.Equal("The method settings 'methods' are for 'workouts/POST'; a local run knows those of all methods ('*/*') only.", stop.Message);
    }

    private static GraphResource Settings(string path, JsonObject settings) => SampleGraph.Resource(
        "aws:apigateway/methodSettings:MethodSettings", "methods", new JsonObject { ["methodPath"] = path, ["settings"] = settings });
}
