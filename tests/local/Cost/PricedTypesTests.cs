using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Pricing;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>Nothing in a stack is free by omission.</summary>
public sealed class PricedTypesTests(Stacks stacks) : IClassFixture<Stacks>
{
    private static readonly Workload _load = new(3_000, 6_000);

    [Fact]
    public void Every_price_is_used_and_names_its_page()
    {
        var prices = PriceList.Load();
        // On demand and provisioned, x86 and arm, small and large dashboards.
        string[] elsewhere = ["lambdaCompute-arm64", "largeDashboard"];

        var used = new[] { stacks.Dev, stacks.Prod, Stacks.Fullest }.SelectMany(graph => Bill.Usages(graph, _load)).Select(usage => usage.Price).ToHashSet();

        Assert.Subset(prices.Prices.Keys.ToHashSet(), used);
        Assert.Empty(prices.Prices.Keys.Except(used).Except(elsewhere));
        Assert.All(prices.Prices.Values, price => Assert.NotEmpty(price.Source));
        Assert.All(prices.Prices.Values, price => Assert.True(price.Allowance is null || prices.Allowances.ContainsKey(price.Allowance)));
    }
}
