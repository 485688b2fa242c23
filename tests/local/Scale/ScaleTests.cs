using WorkoutLog.Local.Scale;

namespace WorkoutLog.Local.Tests.Scale;

public sealed class HeavyTailTests
{
    // 1,000 to 100 million.
    private static readonly Arbitrary<long> _users = Gen.Choose(300, 800).Select(step => (long)Math.Pow(10, step / 100.0)).ToArbitrary();

    [Fact]
    public void The_busiest_one_percent_make_half_of_the_load() => Prop.ForAll(_users, users =>
    {
        var tail = new HeavyTail(users);

        return Math.Abs(tail.ShareOfFirst(tail.Busiest) - 0.5) < 1e-6 && tail.Exponent is > 0.5 and < 1.5;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_shares_of_all_users_add_up_and_fall()
    {
        var tail = new HeavyTail(20_000);

        var shares = Enumerable.Range(1, 20_000).Select(rank => tail.ShareOf(rank)).ToArray();

        Assert.Equal(1, shares.Sum(), precision: 6);
        Assert.Equal(shares.OrderDescending(), shares);
        Assert.Equal(shares.Take(777).Sum(), tail.ShareOfFirst(777), precision: 9);
        Assert.Equal(shares.Take(7_777).Sum(), tail.ShareOfFirst(7_777), precision: 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    public void Few_users_make_all_of_the_load_too(long users) => Assert.Equal(1, new HeavyTail(users).ShareOfFirst(users), precision: 9);

    [Fact]
    public void Draws_users_as_often_as_they_have_shares()
    {
        const int Draws = 200_000;
        var tail = new HeavyTail(1_000_000);
        var sampler = new UserSampler(tail);
        var random = new SplitMix(7);

        var ranks = Enumerable.Range(0, Draws).Select(_ => sampler.Next(random)).ToArray();

        Assert.All(ranks, rank => Assert.InRange(rank, 1, 1_000_000));
        Assert.All([1L, 10, 1_000, 10_000, 300_000], first =>
            Assert.Equal(tail.ShareOfFirst(first), ranks.Count(rank => rank <= first) / (double)Draws, tolerance: 0.005));
    }
}

public sealed class PeakMinuteTests
{
    private static readonly KeyDesign[] _designs =
    [
        new("logs", "userId", KeyParts.User, true, 4, 100),
        new("logs/byType", "userId#type", KeyParts.UserAndType, true, 1, 100),
        new("logs/byType", "the type alone", KeyParts.Type, false, 1, 100),
        new("stats", "one row for all", KeyParts.Moment, false, 2, 1),
    ];

    [Fact]
    public void No_log_is_lost_or_made_on_the_way_to_the_partitions() =>
        Prop.ForAll(Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(1, 100_000).ToArbitrary(), (peakLogs, users) =>
        {
            var heat = Simulate(peakLogs, users, seed: (ulong)(peakLogs + users));

            return heat.LogsByDesign.All(logs => logs == heat.Logs)
                && heat.LogsOfBusiest <= heat.Logs
                && Math.Abs(heat.Logs - (60.0 * peakLogs)) <= 6 * Math.Sqrt((60.0 * peakLogs) + 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_key_is_never_hotter_than_its_partition_nor_a_minute_than_its_hottest_second() =>
        Prop.ForAll(Gen.Choose(1, 300).ToArbitrary(), Gen.Choose(1, 100_000).ToArbitrary(), (peakLogs, users) =>
            Simulate(peakLogs, users, seed: 3).Designs.All(heat =>
                heat.KeySecond <= heat.PartitionSecond && heat.KeyMinute <= heat.PartitionMinute
                && heat.KeyMinute <= heat.KeySecond + 1e-12 && heat.PartitionMinute <= heat.PartitionSecond + 1e-12)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_busiest_make_half_of_the_simulated_load()
    {
        var heat = Simulate(peakLogs: 5_000, users: 10_000_000, seed: 1);

        Assert.Equal(0.5, (double)heat.LogsOfBusiest / heat.Logs, tolerance: 0.01);
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures_and_another_one_others()
    {
        Assert.Equal([.. Simulate(500, 10_000, seed: 5).Designs], Simulate(500, 10_000, seed: 5).Designs.AsEnumerable());
        Assert.NotEqual(Simulate(500, 10_000, seed: 5).Logs, Simulate(500, 10_000, seed: 6).Logs);
    }

    [Fact]
    public void A_key_that_all_share_takes_the_whole_load()
    {
        var heat = Simulate(peakLogs: 1_000, users: 1_000_000, seed: 1).Designs[^1];

        Assert.Equal(heat.PartitionSecond, heat.KeySecond);
        // 1,000 logs of 2 units on a partition of 1,000.
        Assert.Equal(2, heat.KeyMinute, tolerance: 0.05);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(95, 0, 10)]
    [InlineData(0, 9_000, 72)]
    public void Partitions_follow_the_data_and_the_load(double gigabytes, double peakLogs, int partitions) =>
        Assert.Equal(partitions, new KeyDesign("logs", "userId", KeyParts.User, true, 4, gigabytes).Partitions(peakLogs));

    private static PeakMinuteHeat Simulate(double peakLogs, long users, ulong seed) =>
        new PeakMinute(new HeavyTail(users), TypeMix.Of(8), seed).Run(peakLogs, _designs);
}
