using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.CloudWatch.Metrics;

public sealed class MetricClockTests
{
    [Theory]
    [InlineData(60, 90)]
    [InlineData(1, 5_400)]
    public void Runs_as_much_faster_as_its_minute_is_shorter(int secondsOfAMinute, int expectedSeconds)
    {
        var clock = new ManualClock();
        var metricTime = new MetricClock(clock, TimeSpan.FromSeconds(secondsOfAMinute));
        var start = metricTime.Now;

        clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(TimeSpan.FromSeconds(expectedSeconds), metricTime.Now - start);
        Assert.Equal(metricTime.Now, metricTime.Of(clock.GetUtcNow()));
    }

    [Fact]
    public async Task Does_not_wait_for_what_has_passed()
    {
        var clock = new MetricClock(new ManualClock(), TimeSpan.FromSeconds(1));

        await clock.WaitAsync(clock.Now, CancellationToken.None);
    }
}
