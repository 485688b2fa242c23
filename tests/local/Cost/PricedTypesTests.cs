using System.Text.Json.Nodes;
using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Load;
using WorkoutLog.Local.Cost.Pricing;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>Nothing in a stack is free by omission.</summary>
public sealed class PricedTypesTests(Stacks stacks) : IClassFixture<Stacks>
{
    private static readonly Workload _load = new(3_000, 6_000);

    [Fact]
    public void Every_type_of_every_stack_is_priced_or_free_for_a_reason()
    {
        Assert.All([stacks.Dev, stacks.Prod, Stacks.Fullest], graph => Assert.NotEmpty(UsageRules.Of(graph, _load)));
        Assert.All(FreeTypes.All.Values, reason => Assert.NotEmpty(reason));
        Assert.Empty(UsageRules.PricedTypes.Intersect(FreeTypes.All.Keys));
    }

    [Fact]
    public void Refuses_types_that_it_does_not_know_and_names_them_all()
    {
        var graph = stacks.Dev with { Resources = [.. stacks.Dev.Resources, Invented("aws:ec2/natGateway:NatGateway"), Invented("aws:rds/cluster:Cluster")] };

        var refusal = Assert.Throws<UserErrorException>(() => UsageRules.Of(graph, _load));

        Assert.Equal(
            "What aws:ec2/natGateway:NatGateway, aws:rds/cluster:Cluster costs is not known. "
            + "Give it a rule in local/Cost/Billing/UsageRules.cs, or a reason in FreeTypes.cs.",
            refusal.Message);
    }

    [Fact]
    public void Every_price_is_used_and_names_its_page()
    {
        var prices = PriceList.Load();
        // On demand and provisioned, x86 and arm, small and large dashboards.
        string[] elsewhere = ["lambdaCompute-arm64", "largeDashboard"];

        var used = new[] { stacks.Dev, stacks.Prod, Stacks.Fullest }.SelectMany(graph => UsageRules.Of(graph, _load)).Select(usage => usage.Price).ToHashSet();

        Assert.Subset(prices.Prices.Keys.ToHashSet(), used);
        Assert.Empty(prices.Prices.Keys.Except(used).Except(elsewhere));
        Assert.All(prices.Prices.Values, price => Assert.NotEmpty(price.Source));
        Assert.All(prices.Prices.Values, price => Assert.True(price.Allowance is null || prices.Allowances.ContainsKey(price.Allowance)));
    }

    private static GraphResource Invented(string type) => new(
        $"urn:pulumi:dev::workout-log::{type}::x", type, "x", null, Component: false, new JsonObject(), new JsonObject(), new GraphOptions(false, [], [], false, false, []));
}
