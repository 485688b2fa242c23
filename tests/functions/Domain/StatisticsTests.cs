using FsCheck;
using FsCheck.Fluent;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class StatisticsTests
{
    [Fact]
    public void Sums_months_by_type_month_week_and_day()
    {
        MonthRollup april = Month(
            "2026-04", new() { ["RUN"] = new(2, 60, 600, 10), ["CYCLING"] = new(1, 90, 0, 40) }, new() { [28] = new(1, 30), [30] = new(2, 120) });
        MonthRollup may = Month("2026-05", new() { ["RUN"] = new(1, 31, 310.5m, 5.25m) }, new() { [1] = new(1, 31) });

        UserStatistics statistics = UserStatistics.Sum([april, may]);

        Assert.Equal(new Totals(4, 181, 910.5m, 55.25m), statistics.Total);
        Assert.Equal([new("CYCLING", new Totals(1, 90, 0, 40)), new("RUN", new Totals(3, 91, 910.5m, 15.25m))], statistics.ByType);
        Assert.Equal([new("2026-04", new Totals(3, 150, 600, 50)), new("2026-05", new Totals(1, 31, 310.5m, 5.25m))], statistics.ByMonth);
        Assert.Equal([new("2026-W18", new DayTotals(4, 181))], statistics.ByWeek);
        Assert.Equal(
            [new(new(2026, 4, 28), new DayTotals(1, 30)), new(new(2026, 4, 30), new DayTotals(2, 120)), new(new(2026, 5, 1), new DayTotals(1, 31))],
            statistics.ByDay);
        Assert.Equal(new DayStreaks(2, 2), statistics.StreaksOn(new DateOnly(2026, 5, 2)));
    }

    [Fact]
    public void Weeks_around_New_Year_are_of_one_year()
    {
        MonthRollup december = Month("2025-12", new() { ["RUN"] = new(2, 60, 0, 0) }, new() { [28] = new(1, 20), [29] = new(1, 40) });
        MonthRollup january = Month("2026-01", new() { ["RUN"] = new(2, 70, 0, 0) }, new() { [1] = new(1, 30), [5] = new(1, 40) });

        UserStatistics statistics = UserStatistics.Sum([december, january]);

        Assert.Equal(
            [new("2025-W52", new DayTotals(1, 20)), new("2026-W01", new DayTotals(2, 70)), new("2026-W02", new DayTotals(1, 40))],
            statistics.ByWeek);
    }

    [Fact]
    public void Is_all_zero_without_workouts()
    {
        UserStatistics statistics = UserStatistics.Sum([]);

        Assert.Equal((default, default), (statistics.Total, statistics.StreaksOn(new DateOnly(2026, 5, 9))));
        Assert.Empty(statistics.ByType);
        Assert.Empty(statistics.ByMonth);
        Assert.Empty(statistics.ByWeek);
        Assert.Empty(statistics.ByDay);
    }

    [Fact]
    public void Shows_no_group_whose_workouts_were_all_deleted()
    {
        MonthRollup emptied = Month("2026-04", new() { ["RUN"] = default, ["YOGA"] = default }, new() { [30] = default });
        MonthRollup may = Month("2026-05", new() { ["RUN"] = new(1, 31, 0, 0), ["YOGA"] = default }, new() { [1] = new(1, 31), [2] = default });

        UserStatistics statistics = UserStatistics.Sum([emptied, may]);

        Assert.Equal(["RUN"], statistics.ByType.Keys);
        Assert.Equal(["2026-05"], statistics.ByMonth.Keys);
        Assert.Equal(["2026-W18"], statistics.ByWeek.Keys);
        Assert.Equal([new DateOnly(2026, 5, 1)], statistics.ByDay.Keys);
        Assert.Equal(new DayStreaks(1, 1), statistics.StreaksOn(new DateOnly(2026, 5, 2)));
    }

    [Theory]
    [InlineData("100.04", 8, "12.51")]
    [InlineData("100.03", 8, "12.50")]
    [InlineData("0.01", 2, "0.01")]
    [InlineData("100", 3, "33.33")]
    [InlineData("0", 3, "0")]
    [InlineData("0", 0, "0")]
    public void Rounds_an_average_half_up_to_two_decimals(string sum, int workouts, string expected)
    {
        Assert.Equal(decimal.Parse(expected), Average.Of(decimal.Parse(sum), workouts));
    }

    [Fact]
    public void Days_weeks_months_and_types_each_add_up_to_the_total() => Prop.ForAll(Logs().ToArbitrary(), logs =>
    {
        UserStatistics statistics = UserStatistics.Sum(RollupsOf(logs));

        var activity = new DayTotals(statistics.Total.Workouts, statistics.Total.DurationMinutes);
        Assert.Equal(logs.Length, statistics.Total.Workouts);
        Assert.Equal(statistics.Total, statistics.ByType.Values.Aggregate(default(Totals), (sum, next) => sum + next));
        Assert.Equal(statistics.Total, statistics.ByMonth.Values.Aggregate(default(Totals), (sum, next) => sum + next));
        Assert.Equal(activity, statistics.ByWeek.Values.Aggregate(default(DayTotals), (sum, next) => sum + next));
        Assert.Equal(activity, statistics.ByDay.Values.Aggregate(default(DayTotals), (sum, next) => sum + next));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_group_is_empty_and_all_are_sorted() => Prop.ForAll(Logs().ToArbitrary(), logs =>
    {
        UserStatistics statistics = UserStatistics.Sum(RollupsOf(logs).Reverse());

        Assert.All([.. statistics.ByType.Values, .. statistics.ByMonth.Values], totals => Assert.NotEqual(0, totals.Workouts));
        Assert.All([.. statistics.ByWeek.Values, .. statistics.ByDay.Values], totals => Assert.NotEqual(0, totals.Workouts));
        Assert.Equal(statistics.ByType.Keys.Order(StringComparer.Ordinal), statistics.ByType.Keys);
        Assert.Equal(statistics.ByMonth.Keys.Order(StringComparer.Ordinal), statistics.ByMonth.Keys);
        Assert.Equal(statistics.ByWeek.Keys.Order(StringComparer.Ordinal), statistics.ByWeek.Keys);
        Assert.Equal(statistics.ByDay.Keys.Order(), statistics.ByDay.Keys);
    }).QuickCheckThrowOnFailure();

    private static MonthRollup Month(string month, Dictionary<string, Totals> byType, Dictionary<int, DayTotals> byDay) => new(
        month,
        byType,
        byDay.ToDictionary(day => DateOnly.ParseExact(month, "yyyy-MM").AddDays(day.Key - 1), day => day.Value),
        TimeSpan.Zero);

    // What storage would hold of these workouts.
    private static IEnumerable<MonthRollup> RollupsOf(IEnumerable<Workout> logs) => logs
        .Select(RollupDelta.OfCreated)
        .GroupBy(delta => delta.Month)
        .Select(month => Month(
            month.Key,
            month.SelectMany(delta => delta.ByType).GroupBy(type => type.Key)
                .ToDictionary(type => type.Key, type => type.Aggregate(default(Totals), (sum, next) => sum + next.Value)),
            month.GroupBy(delta => delta.DayOfMonth).ToDictionary(
                day => day.Key,
                day => day.SelectMany(delta => delta.ByType.Values)
                    .Aggregate(default(DayTotals), (sum, next) => sum + new DayTotals(next.Workouts, next.DurationMinutes)))));

    private static Gen<Workout[]> Logs()
    {
        var log =
            from type in Gen.Elements("RUN", "CYCLING", "YOGA")
            from cents in Gen.Choose(1, 144_000)
            from calories in Gen.Choose(0, 20_000)
            from minute in Gen.Choose(0, 90 * 24 * 60)
            from quarters in Gen.Choose(-56, 56)
            select new Workout
            {
                UserId = "athlete-1",
                Type = type,
                DurationMinutes = cents / 100m,
                CaloriesBurned = calories,
                DistanceKm = cents / 1000m,
                Timestamp = new DateTimeOffset(2024, 11, 20, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute).ToOffset(TimeSpan.FromMinutes(15 * quarters)),
            };
        return from count in Gen.Choose(0, 30) from logs in log.ListOf(count) select logs.ToArray();
    }
}
