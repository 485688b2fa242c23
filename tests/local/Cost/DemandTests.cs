using WorkoutLog.Local.Cost;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>The demand of a program without measurements: here this one, under another name.</summary>
public sealed class DemandTests(Stacks stacks) : IClassFixture<Stacks>
{
    private static readonly Workload _load = new(1_000, 2_000);

    private ResourceGraph Other => stacks.Dev with { Project = "other" };

    [Fact]
    public void Routes_with_GET_share_the_reads_and_the_others_the_writes()
    {
        var demand = Demand.Of(Other);

        var calls = Other.OfType(RestApiType.Token).SelectMany(Demand.RoutesOf).ToLookup(route => route.IsRead, route => demand.CallsPerDay(route, _load));

        Assert.Equal((1_000, 2_000), (calls[false].Sum(), calls[true].Sum()));
        Assert.All(calls, alike => Assert.Single(alike.Distinct()));
    }

    [Fact]
    public void A_function_serves_its_routes_and_writes_no_metrics()
    {
        var demand = Demand.Of(Other);

        var functions = Other.OfType(FunctionType.Token).ToDictionary(function => function.Name);

        Assert.Equal(new FunctionShare(1_000, 20, 0), demand.ShareOf(functions["ProcessWorkout"], _load));
        Assert.Equal(new FunctionShare(2_000, 10, 0), demand.ShareOf(functions["QueryWorkouts"], _load));
        Assert.All(functions.Values, function => Assert.Empty(demand.MetricsOf(function, _load)));
    }

    [Fact]
    public void A_table_takes_an_item_and_a_page_of_each_function_that_may_write_and_read_it() => Assert.Equal(
        [("logs", 1.0, 5.0, 1_124.0), ("logs/byType", 1.0, 5.0, 1_124.0), ("stats", 1.0, 5.0, 1_124.0)],
        CapacityDemand.OfAll(Other).Select(demand => (demand.Label, demand.WriteUnitsPerLog, demand.ReadUnitsPerRead, demand.ItemBytesPerLog)));

    [Fact]
    public void A_table_that_no_role_may_use_takes_nothing()
    {
        var graph = Other with { Resources = [.. Other.Resources.Where(resource => resource.Type != RolePolicyType.Token)] };

        Assert.All(CapacityDemand.OfAll(graph), demand => Assert.Equal((0, 0, 0), (demand.WriteUnitsPerLog, demand.ReadUnitsPerRead, demand.ItemBytesPerLog)));
    }

    [Fact]
    public void Has_a_bill_and_limits()
    {
        var report = CostReport.Of(Other, _load);

        Assert.InRange(report.Bill.ListTotal, 1, CostReport.Of(Other, new Workload(1_000_000, 2_000_000)).Bill.ListTotal - 1);
        Assert.Contains(report.Limits, limit => limit.Name == "stats, hottest key");
        Assert.DoesNotContain(report.Limits, limit => limit.Name.StartsWith("one user's month", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3_000, "Bill every table on demand.")]
    [InlineData(100_000_000, "Scale every table from ")]
    public void Its_advice_names_no_setting_of_this_program(double logsPerDay, string expected)
    {
        var report = CostReport.Of(Other, Workload.OfApp(logsPerDay));

        Assert.Empty(report.Advice.Settings);
        Assert.StartsWith(expected, report.Advice.Notes[0], StringComparison.Ordinal);
        Assert.DoesNotContain(report.Advice.Notes, note => note.Contains("setting", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Limits, limit => limit.Answer.StartsWith("set `", StringComparison.Ordinal));
    }
}
