using WorkoutLog.Bench.Growth;

namespace WorkoutLog.Bench.Tests.Growth;

public sealed class LatencyTests
{
    [Fact]
    public void Of_a_hundred_the_99th_is_the_last_but_one() =>
        Assert.Equal(new Latency(100, 50.5, 99), Latency.Of([.. Enumerable.Range(1, 100).Reverse().Select(number => TimeSpan.FromMilliseconds(number))]));

    [Fact]
    public void Of_a_few_it_is_the_longest() =>
        Assert.Equal(new Latency(3, 2, 9), Latency.Of([TimeSpan.FromMilliseconds(9), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2)]));
}
