using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Pricing;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>Every resource has a price, and each price is paid in its tiers.</summary>
public sealed class PriceTests(Stacks stacks) : IClassFixture<Stacks>
{
    private static readonly Workload _load = new(3_000, 6_000);

    [Fact]
    public void Every_price_is_used_and_names_its_page()
    {
        var prices = PriceList.Load();
        // x86 and arm, small and large dashboards, and endpoints that docs/cost.md compares with the declared one.
        string[] elsewhere = ["lambdaCompute-arm64", "largeDashboard", "httpApiRequest", "edgeRequest"];

        var used = new[] { stacks.Dev, stacks.Prod, Stacks.Fullest }.SelectMany(graph => Bill.Usages(graph, _load)).Select(usage => usage.Price).ToHashSet();

        Assert.Subset(prices.Prices.Keys.ToHashSet(), used);
        Assert.Empty(prices.Prices.Keys.Except(used).Except(elsewhere));
        Assert.All(prices.Prices.Values, price => Assert.NotEmpty(price.Source));
        Assert.All(prices.Prices.Values, price => Assert.True(price.Allowance is null || prices.Allowances.ContainsKey(price.Allowance)));
    }

    [Theory, Cases]
    public void Tiers_are_paid_one_after_the_other(double requests, double dollars) =>
        Assert.Equal(dollars, PriceList.Load().Prices["apiRequest"].Of(requests), precision: 6);

    [Fact]
    public void Tiers_rise_and_only_the_last_one_has_no_end() => Assert.All(PriceList.Load().Prices.Values, price =>
    {
        var ends = price.Tiers.Select(tier => tier.UpTo ?? double.PositiveInfinity).ToArray();
        Assert.Equal(ends.Order(), ends);
        Assert.Equal(1, ends.Count(double.IsPositiveInfinity));
    });
}
