using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Tests.Cost;

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
    public void Half_of_the_day_lies_within_two_hours()
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
    public void Refuses_an_access_log_of_which_a_variable_is_not_known()
    {
        var refusal = Assert.Throws<UserErrorException>(() => AccessLogLine.Bytes("$context.status $context.somethingNew"));

        Assert.Equal("How long $context.somethingNew is in an access log is not known. Add it in local/Graph/Load/AccessLogLine.cs.", refusal.Message);
    }

    [Fact]
    public void Shares_of_the_types_add_up() => Assert.Equal(1, TypeMix.Of(8).Sum(), precision: 9);
}
