using WorkoutLog.Local.Runner.Api.Throttling;

namespace WorkoutLog.Local.Tests.Runner.Api.Throttling;

public sealed class StageThrottleTests
{
    [Fact]
    public void Reads_the_limits_of_the_stage_or_uses_those_of_an_account()
    {
        Assert.Equal(new StageThrottle(12.5m, 30), StageThrottle.From([Limits(12.5, 30)]));
        Assert.Equal(new StageThrottle(10_000, 5_000), StageThrottle.From([]));
        Assert.Equal(new StageThrottle(10_000, 5_000), StageThrottle.From([Limits(-1, -1)]));
    }

    [Fact]
    public void Rejects_settings_of_a_single_method() => Assert.Equal(
        "The method settings 'methods' are for 'workouts/POST'; a local run supports only settings for all methods ('*/*').",
        Refusal.Of(() => StageThrottle.From([SampleGraph.MethodSettings([], "workouts/POST")])));

    [Theory]
    [InlineData(100, 200)]
    [InlineData(0.5, 3)]
    [InlineData(7_777, 1)]
    public void Makes_a_bucket_of_the_burst_that_fills_at_the_rate(double rate, int burst)
    {
        var options = new StageThrottle((decimal)rate, burst).BucketOptions;

        Assert.Equal((burst, false), (options.TokenLimit, options.AutoReplenishment));
        Assert.Equal(rate, options.TokensPerPeriod / options.ReplenishmentPeriod.TotalSeconds, precision: 1);
    }

    [Theory]
    [InlineData(0, 5, 5)]
    [InlineData(5, 0, 0)]
    [InlineData(0.001, 200, 200)]
    public async Task Lets_a_burst_through_and_no_more_under_concurrency(double rate, int burst, int expected)
    {
        var bucket = new StageThrottle((decimal)rate, burst).CreateBucket();

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 100).Count(_ => bucket.TryTake()))));

        Assert.Equal(expected, taken.Sum());
    }

    [Fact]
    public void Lets_more_through_as_time_passes()
    {
        var bucket = new StageThrottle(1_000, 1).CreateBucket();
        Assert.True(bucket.TryTake());

        Assert.True(SpinWait.SpinUntil(bucket.TryTake, TimeSpan.FromMinutes(1)));
    }

    private static GraphResource Limits(double rate, int burst) =>
        SampleGraph.MethodSettings(new JsonObject { ["throttlingRateLimit"] = rate, ["throttlingBurstLimit"] = burst });
}
