using WorkoutLog.Infra.Settings;
using WorkoutLog.Local.Cost.Capacity;
using WorkoutLog.Local.Cost.Pricing;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Tests.Cost;

public sealed class CapacityTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void Reads_the_declared_range_of_each_table_and_index()
    {
        var ranges = CapacityDemand.OfAll(stacks.Prod).Select(demand => (demand.Label, ScaledCapacity.Of(stacks.Prod, demand, "Write")));

        ScaledCapacity? declared = new(10, 50, 70);
        Assert.Equal([("logs", declared), ("logs/byType", declared), ("stats", declared)], ranges);
        Assert.All(CapacityDemand.OfAll(stacks.Dev), demand => Assert.Null(ScaledCapacity.Of(stacks.Dev, demand, "Write")));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1e12, 50)]
    public void Pays_the_least_and_the_most_of_a_range_at_its_ends(double unitsPerMonth, int capacity)
    {
        var hours = new ScaledCapacity(10, 50, 70).UnitHoursPerMonth(unitsPerMonth);

        Assert.Equal(capacity * Workload.HoursPerMonth, hours, precision: 6);
    }

    [Fact]
    public void A_capacity_that_follows_the_load_is_never_below_it()
    {
        var range = new ScaledCapacity(1, 100_000, 70);

        Assert.Equal(100, range.Capacity(70));
        Assert.Equal(101, range.Capacity(70.1));
        Assert.True(range.UnitHoursPerMonth(1e9) * 3600 * 0.7 >= 1e9);
    }

    [Theory]
    [InlineData(3_000, CapacityMode.OnDemand)]
    [InlineData(100_000_000, CapacityMode.Autoscaled)]
    public void Advises_the_cheaper_mode(double logsPerDay, CapacityMode cheaper)
    {
        var advice = CapacityAdvice.Of(stacks.Dev, Workload.OfApp(logsPerDay), PriceList.Load());

        Assert.Equal(cheaper, advice.Cheaper);
        Assert.Equal(cheaper == CapacityMode.Autoscaled ? 7 : 1, advice.Settings.Length);
        Assert.Equal(cheaper == CapacityMode.Autoscaled ? 1 : 0, advice.Notes.Length);
    }

    [Fact]
    public void What_it_advises_meets_the_peak()
    {
        var load = Workload.OfApp(1_000_000);

        var advice = CapacityAdvice.Of(stacks.Dev, load, PriceList.Load());

        Assert.All(CapacityDemand.OfAll(stacks.Dev), demand =>
        {
            var range = demand.Index is null ? advice.Table : advice.Index;
            Assert.True(range.Max >= range.Needed(demand.PeakWrites(load)));
            Assert.True(range.Max >= range.Needed(demand.PeakReads(load)));
            Assert.InRange(range.Min, 1, range.Max);
        });
    }
}
