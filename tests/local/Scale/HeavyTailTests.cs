using FsCheck;
using FsCheck.Fluent;
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
