using WorkoutLog.Local.Cost.Pricing;

namespace WorkoutLog.Local.Tests.Cost;

public sealed class PriceTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1e6, 3.50)]
    [InlineData(333e6, 1_165.50)]
    [InlineData(334e6, 1_168.30)]
    [InlineData(2e9, 5_413.10)]
    public void Tiers_are_paid_one_after_the_other(double requests, double dollars)
    {
        var price = PriceList.Load().Prices["apiRequest"];

        Assert.Equal(dollars, price.Of(requests), precision: 6);
    }

    [Fact]
    public void Tiers_rise_and_only_the_last_one_has_no_end() => Assert.All(PriceList.Load().Prices.Values, price =>
    {
        var ends = price.Tiers.Select(tier => tier.UpTo ?? double.PositiveInfinity).ToArray();
        Assert.Equal(ends.Order(), ends);
        Assert.Equal(1, ends.Count(double.IsPositiveInfinity));
    });
}
