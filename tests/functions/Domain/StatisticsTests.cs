using FsCheck;
using FsCheck.Fluent;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData("2026-04-30T23:30:00-05:00", "2026-04", 30)]
    [InlineData("2026-05-01T00:30:00+14:00", "2026-05", 1)]
    [InlineData("2026-04-30T23:30:00Z", "2026-04", 30)]
    public void Counts_a_workout_on_its_local_day(string timestamp, string month, int day)
    {
        var workout = Drafts.Accept(Drafts.Good with { WorkoutTimestamp = timestamp });

        RollupDelta delta = RollupDelta.Of(workout);

        Assert.Equal((month, day), (delta.Month, delta.DayOfMonth));
    }

    [Fact]
    public void A_delta_holds_what_the_workout_adds()
    {
        var workout = Drafts.Accept(Drafts.Good with { CaloriesBurned = 300, WorkoutTimestamp = "2026-05-09T07:30:00+02:00" });

        RollupDelta delta = RollupDelta.Of(workout);

        Assert.Equal(new RollupDelta("athlete-1", "2026-05", 9, "RUN", new Totals(1, 30, 300, 0)), delta);
    }

    [Fact]
    public void Sums_months_by_type_and_by_month()
    {
        MonthRollup april = new("2026-04", new Dictionary<string, Totals> { ["RUN"] = new(2, 60, 600, 10), ["CYCLING"] = new(1, 90, 0, 40) });
        MonthRollup may = new("2026-05", new Dictionary<string, Totals> { ["RUN"] = new(1, 31, 310.5m, 5.25m) });

        UserStatistics statistics = UserStatistics.Sum([april, may]);

        Assert.Equal(new Totals(4, 181, 910.5m, 55.25m), statistics.Total);
        Assert.Equal([new("CYCLING", new Totals(1, 90, 0, 40)), new("RUN", new Totals(3, 91, 910.5m, 15.25m))], statistics.ByType);
        Assert.Equal([new("2026-04", new Totals(3, 150, 600, 50)), new("2026-05", new Totals(1, 31, 310.5m, 5.25m))], statistics.ByMonth);
        Assert.Equal(45.25m, statistics.AverageDurationMinutes);
    }

    [Fact]
    public void Is_all_zero_without_workouts()
    {
        UserStatistics statistics = UserStatistics.Sum([]);

        Assert.Equal((default, 0m), (statistics.Total, statistics.AverageDurationMinutes));
        Assert.Empty(statistics.ByType);
        Assert.Empty(statistics.ByMonth);
    }

    [Fact]
    public void Rounds_the_average_half_up_to_two_decimals()
    {
        MonthRollup month = new("2026-05", new Dictionary<string, Totals> { ["RUN"] = new(8, 100.04m, 0, 0) });

        UserStatistics statistics = UserStatistics.Sum([month]);

        Assert.Equal(12.51m, statistics.AverageDurationMinutes);
    }

    [Fact]
    public void Types_and_months_each_add_up_to_the_total()
    {
        var months =
            from month in Gen.Choose(1, 12)
            from type in Gen.Elements("RUN", "CYCLING", "YOGA")
            from count in Gen.Choose(0, 100)
            from cents in Gen.Choose(0, 1_000_000)
            select new MonthRollup($"2026-{month:00}", new Dictionary<string, Totals> { [type] = new(count, cents / 100m, cents, cents / 1000m) });

        Prop.ForAll(months.ListOf().ToArbitrary(), list =>
        {
            UserStatistics statistics = UserStatistics.Sum(list);
            return statistics.ByType.Values.Aggregate(default(Totals), (sum, next) => sum + next) == statistics.Total
                && statistics.ByMonth.Values.Aggregate(default(Totals), (sum, next) => sum + next) == statistics.Total;
        }).QuickCheckThrowOnFailure();
    }
}
