using WorkoutLog.Infra.Settings;
using WorkoutLog.Local.Cost.Capacity;
using WorkoutLog.Local.Cost.Pricing;

namespace WorkoutLog.Local.Tests.Cost;

public sealed class CapacityTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void Reads_the_declared_range_of_each_table_and_index()
    {
        var ranges = CapacityDemand.OfAll(stacks.Prod).Select(demand => (demand.Label, ScaledCapacity.Of(stacks.Prod, demand, "Write")));

        ScaledCapacity? table = new(10, 1_400, 70);
        Assert.Equal([("logs", table), ("logs/byType", table with { Max = 500 }), ("stats", table)], ranges);
        Assert.All(CapacityDemand.OfAll(stacks.Dev), demand => Assert.Null(ScaledCapacity.Of(stacks.Dev, demand, "Write")));
    }

    [Theory, InlineData(0, 10), InlineData(1e12, 50)]
    public void The_lowest_and_the_highest_load_cost_the_ends_of_the_range(double unitsPerMonth, int capacity) =>
        Assert.Equal(capacity * Workload.HoursPerMonth, new ScaledCapacity(10, 50, 70).UnitHoursPerMonth(unitsPerMonth), precision: 6);

    [Fact]
    public void A_capacity_that_follows_the_load_is_never_below_it()
    {
        var range = new ScaledCapacity(1, 100_000, 70);

        Assert.Equal(100, range.Capacity(70));
        Assert.Equal(101, range.Capacity(70.1));
        Assert.True(range.UnitHoursPerMonth(1e9) * 3600 * 0.7 >= 1e9);
    }

    [Theory, InlineData(3_000, CapacityMode.OnDemand), InlineData(100_000_000, CapacityMode.Autoscaled)]
    public void Advises_the_cheaper_mode(double logsPerDay, CapacityMode cheaper)
    {
        var advice = CapacityAdvice.Of(stacks.Dev, Workload.OfApp(logsPerDay), PriceList.Load());

        Assert.Equal(cheaper, advice.Cheaper);
        Assert.Equal(cheaper == CapacityMode.Autoscaled ? 7 : 1, advice.Settings.Length);
        Assert.Equal(cheaper == CapacityMode.Autoscaled ? 1 : 0, advice.Notes.Length);
    }

    [Fact]
    public void The_advised_capacity_meets_the_peak()
    {
        var load = Workload.OfApp(1_000_000);

        var advice = CapacityAdvice.Of(stacks.Dev, load, PriceList.Load());

        Assert.All(CapacityDemand.OfAll(stacks.Dev), demand =>
        {
            var range = demand.Index is null ? advice.Table : advice.Index;
            Assert.All(demand.Directions(load), direction => Assert.True(range.Max >= range.Needed(direction.PeakUnits)));
            Assert.InRange(range.Min, 1, range.Max);
        });
    }
}

public sealed class LoadTests
{
    [Fact]
    public void The_daily_curve_has_a_mean_of_one_and_its_peak_in_the_morning()
    {
        var minutes = DailyCurve.Minutes;

        Assert.Equal(1, minutes.Average(), precision: 9);
        Assert.Equal(DailyCurve.Peak, minutes.Max(), precision: 9);
        Assert.Equal(7 * 60, minutes.IndexOf(minutes.Max()));
        Assert.InRange(minutes.Min(), 0.1, 1);
    }

    [Fact]
    public void Half_of_the_daily_load_is_within_two_hours()
    {
        var share = DailyCurve.Minutes.Skip(6 * 60).Take(120).Sum() / DailyCurve.Minutes.Sum();

        Assert.InRange(share, 0.45, 0.55);
    }

    [Fact]
    public void Few_requests_are_all_traced_and_many_to_a_share()
    {
        var few = Chances.SampledTracesPerMonth(10) / (10 * Workload.DaysPerMonth);
        var many = Chances.SampledTracesPerMonth(1e9) / (1e9 * Workload.DaysPerMonth);

        Assert.Equal(1, few, precision: 2);
        Assert.Equal(Assumptions.SampledShare, many, precision: 2);
    }

    [Fact]
    public void A_metric_counts_for_the_hours_in_which_it_is_written()
    {
        Assert.Equal(0, Chances.ActiveShareOfHours(0));
        Assert.Equal(1, Chances.ActiveShareOfHours(100_000), precision: 9);
        // One a day is in one of 24 hours.
        Assert.InRange(Chances.ActiveShareOfHours(1), 0.03, 1.0 / 24);
    }

    [Fact]
    public void Refuses_an_access_log_of_which_a_variable_is_not_known() => Assert.Equal(
        "The length of $context.somethingNew in an access log is unknown. Fix: add it to local/Graph/Load/AccessLogLine.cs.",
        Refusal.Of(() => AccessLogLine.Bytes("$context.status $context.somethingNew")));

    [Fact]
    public void Shares_of_the_types_add_up() => Assert.Equal(1, TypeMix.Of(8).Sum(), precision: 9);
}
