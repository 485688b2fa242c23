using WorkoutLog.Bench.Growth;

namespace WorkoutLog.Bench.Tests.Growth;

public sealed class GrowthOptionsTests
{
    [Theory]
    [InlineData(10, new[] { 10 })]
    [InlineData(5_000, new[] { 10, 100, 1_000 })]
    [InlineData(100_000, new[] { 10, 100, 1_000, 10_000, 100_000 })]
    public void Histories_grow_tenfold_up_to_the_longest(int maxLogs, int[] sizes) =>
        Assert.Equal(sizes, new GrowthOptions(maxLogs, 1, 1).Sizes);

    [Fact]
    public void Clients_double_up_to_64() => Assert.Equal([1, 2, 4, 8, 16, 32, 64], GrowthOptions.Concurrencies);

    [Fact]
    public void Names_the_command_that_repeats_the_measurement() =>
        Assert.Equal("./workout bench growth --max-logs 1000 --repetitions 20 --seconds 2", new GrowthOptions(1_000, 20, 2).CommandLine);

    [Fact]
    public void The_99th_latency_of_a_hundred_is_the_last_but_one() =>
        Assert.Equal(new Latency(100, 50.5, 99), Latency.Of([.. Enumerable.Range(1, 100).Reverse().Select(number => TimeSpan.FromMilliseconds(number))]));

    [Fact]
    public void The_99th_latency_of_a_few_is_the_longest() =>
        Assert.Equal(new Latency(3, 2, 9), Latency.Of([TimeSpan.FromMilliseconds(9), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2)]));
}
