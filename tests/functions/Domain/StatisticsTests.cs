using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class StatisticsTests
{
    [Fact]
    public void Sums_months_by_type_month_week_and_day()
    {
        DailyRollup april = Month(
            "2026-04", new() { ["RUN"] = new(2, 60, 600, 10), ["CYCLING"] = new(1, 90, 0, 40) }, new() { [26] = new(1, 30, 300, 4), [30] = new(2, 120, 300, 46) }, new(1, 0));
        DailyRollup may = Month("2026-05", new() { ["RUN"] = new(1, 31, 310.5m, 5.25m) }, new() { [1] = new(1, 31, 310.5m, 5.25m) }, new(2, 3));

        UserStatistics statistics = UserStatistics.Sum([april.Month, may.Month]);

        Assert.Equal((new Totals(4, 181, 910.5m, 55.25m), new Unstated(3, 3)), (statistics.Total, statistics.Unstated));
        Assert.Equal([new("CYCLING", new Totals(1, 90, 0, 40)), new("RUN", new Totals(3, 91, 910.5m, 15.25m))], statistics.ByType);
        Assert.Equal([new("2026-04", new Totals(3, 150, 600, 50)), new("2026-05", new Totals(1, 31, 310.5m, 5.25m))], statistics.ByMonth);
        Assert.Equal([new(new(2026, 4, 20), new Totals(1, 30, 300, 4)), new(new(2026, 4, 27), new Totals(3, 151, 610.5m, 51.25m))], DailyStatistics.ByWeek([april, may]));
        Assert.Equal(
            [new(new(2026, 4, 26), new Totals(1, 30, 300, 4)), new(new(2026, 4, 30), new Totals(2, 120, 300, 46)), new(new(2026, 5, 1), new Totals(1, 31, 310.5m, 5.25m))],
            DailyStatistics.ByDay([april, may]));
        Assert.Equal(new DayStreaks(2, 2), statistics.StreaksOn(new DateOnly(2026, 5, 2)));
    }

    [Fact]
    public void Is_all_zero_without_workouts()
    {
        UserStatistics statistics = UserStatistics.Sum([]);

        Assert.Equal((default, default), (statistics.Total, statistics.StreaksOn(new DateOnly(2026, 5, 9))));
        Assert.Equal((0, 0, 0), (statistics.ByType.Count, statistics.ByMonth.Count, DailyStatistics.ByWeek([]).Count));
    }

    [Theory]
    [InlineData("100.04", 8, "12.51")]
    [InlineData("100.03", 8, "12.50")]
    [InlineData("0.01", 2, "0.01")]
    [InlineData("100", 3, "33.33")]
    [InlineData("0", 3, "0")]
    [InlineData("0", 0, "0")]
    public void Rounds_an_average_half_up_to_two_decimals(string sum, int workouts, string expected) =>
        Assert.Equal(decimal.Parse(expected), Average.Of(decimal.Parse(sum), workouts));

    [Theory]
    [InlineData("2026-04-30T23:30:00-05:00", "2026-04", 30)]
    [InlineData("2026-05-01T00:30:00+14:00", "2026-05", 1)]
    [InlineData("2026-04-30T23:30:00Z", "2026-04", 30)]
    public void A_workout_counts_on_its_local_day(string timestamp, string month, int day)
    {
        var workout = Workouts.At("athlete-1", timestamp);

        RollupDelta delta = RollupDelta.OfCreated(workout);

        Assert.Equal((month, day), (delta.Month, delta.DayOfMonth));
    }

    [Fact]
    public void A_workout_adds_its_values_and_its_deletion_subtracts_them()
    {
        var workout = Workouts.Of("athlete-1") with { CaloriesBurned = 300 };

        RollupDelta[] deltas = [RollupDelta.OfCreated(workout), RollupDelta.OfDeleted(workout)];

        Assert.Equal(
            [("RUN", new Totals(1, 30, 300, 0), new Unstated(0, 1)), ("RUN", new Totals(-1, -30, -300, 0), new Unstated(0, -1))],
            deltas.Select(delta => (delta.Type, delta.Totals, delta.Unstated)));
    }

    [Theory]
    [InlineData("2026-04-27", "2026-04-27", "2026-05-03")]
    [InlineData("2026-05-03", "2026-04-27", "2026-05-03")]
    [InlineData("0001-01-01", "0001-01-01", "0001-01-07")]
    [InlineData("9999-12-31", "9999-12-27", "9999-12-31")]
    public void A_week_runs_from_Monday_to_Sunday_within_the_calendar(string day, string monday, string sunday) => Assert.Equal(
        (Day(monday), Day(sunday)), (LocalCalendar.Monday(Day(day)), LocalCalendar.Sunday(LocalCalendar.Monday(Day(day)))));

    [Theory]
    [InlineData("", "2026-05-09", 0, 0)]
    [InlineData("2026-05-09", "2026-05-09", 1, 1)]
    [InlineData("2026-05-08", "2026-05-09", 1, 1)]
    [InlineData("2026-05-07", "2026-05-09", 0, 1)]
    [InlineData("2026-05-07 2026-05-08", "2026-05-09", 2, 2)]
    [InlineData("2026-05-07 2026-05-09", "2026-05-09", 1, 1)]
    [InlineData("2026-04-01 2026-04-02 2026-04-03 2026-05-08 2026-05-09", "2026-05-09", 2, 3)]
    [InlineData("2026-05-05 2026-05-06 2026-05-07", "2026-05-09", 0, 3)]
    // Days after today.
    [InlineData("2026-05-10", "2026-05-09", 0, 1)]
    [InlineData("2026-05-08 2026-05-09 2026-05-10", "2026-05-09", 2, 3)]
    [InlineData("2026-05-08 2026-05-10", "2026-05-09", 1, 1)]
    [InlineData("2026-05-09 2026-05-10 2026-05-11", "2026-05-09", 1, 3)]
    [InlineData("2026-05-07 2026-05-10 2026-05-11", "2026-05-09", 0, 2)]
    // Over the ends of months and years.
    [InlineData("2025-12-31 2026-01-01", "2026-01-01", 2, 2)]
    [InlineData("2024-02-28 2024-02-29 2024-03-01", "2024-03-01", 3, 3)]
    [InlineData("2024-02-28 2024-03-01", "2024-03-01", 1, 1)]
    [InlineData("0001-01-01", "0001-01-01", 1, 1)]
    [InlineData("9999-12-30 9999-12-31", "9999-12-31", 2, 2)]
    public void A_streak_is_current_up_to_today_or_yesterday(string days, string today, int current, int longest) => Assert.Equal(
        new DayStreaks(current, longest), DayStreaks.Of(days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day), Day(today)));

    [Fact]
    public void Streaks_agree_with_a_count_day_by_day() => Prop.ForAll(Gen.Choose(-10, 40).ListOf().ToArbitrary(), offsets =>
    {
        var today = new DateOnly(2025, 1, 5);
        SortedSet<DateOnly> days = [.. offsets.Select(offset => today.AddDays(-offset))];
        int RunUpTo(DateOnly day) => days.Contains(day) ? 1 + RunUpTo(day.AddDays(-1)) : 0;

        var streaks = DayStreaks.Of(days, today);

        Assert.Equal(days.Contains(today) ? RunUpTo(today) : RunUpTo(today.AddDays(-1)), streaks.Current);
        Assert.Equal(days.Select(RunUpTo).DefaultIfEmpty(0).Max(), streaks.Longest);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Days_weeks_months_and_types_each_add_up_to_the_total_and_no_group_is_empty() => Prop.ForAll(Workouts.Some(most: 30), logs =>
    {
        DailyRollup[] months = [.. RollupsOf(logs).OrderBy(days => days.Month.Month, StringComparer.Ordinal)];
        UserStatistics statistics = UserStatistics.Sum([.. months.Select(days => days.Month).Reverse()]);
        (var byWeek, var byDay) = (DailyStatistics.ByWeek(months), DailyStatistics.ByDay(months));

        Assert.Equal(
            (logs.Length, logs.Count(log => log.CaloriesBurned is null), logs.Count(log => log.DistanceKm is null)),
            (statistics.Total.Workouts, statistics.Unstated.Calories, statistics.Unstated.Distance));
        Assert.All([statistics.ByType.Values, statistics.ByMonth.Values, byWeek.Select(week => week.Value), byDay.Select(day => day.Value)], groups =>
        {
            Assert.Equal(statistics.Total, groups.Aggregate(default(Totals), (sum, next) => sum + next));
            Assert.All(groups, totals => Assert.NotEqual(0, totals.Workouts));
        });
        Assert.All(
            [statistics.ByType.Keys, statistics.ByMonth.Keys, byWeek.Select(week => LocalCalendar.Format(week.Key)), byDay.Select(day => LocalCalendar.Format(day.Key))],
            keys => Assert.Equal(keys.Order(StringComparer.Ordinal), keys));
    }).QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static DailyRollup Month(string month, Dictionary<string, Totals> byType, Dictionary<int, Totals> byDay, Unstated unstated) => new(
        new MonthRollup(month, byType, byDay.Keys.Aggregate(default(ActiveDays), (days, day) => days.With(day)), unstated),
        [.. byDay.OrderBy(day => day.Key).Select(day => KeyValuePair.Create(LocalCalendar.FirstDay(month).AddDays(day.Key - 1), day.Value))]);

    // What storage would hold of these workouts.
    private static IEnumerable<DailyRollup> RollupsOf(IEnumerable<Workout> logs) => logs
        .Select(RollupDelta.OfCreated)
        .GroupBy(delta => delta.Month)
        .Select(month => Month(
            month.Key,
            month.GroupBy(delta => delta.Type).ToDictionary(type => type.Key, type => Sum(type.Select(delta => delta.Totals))),
            month.GroupBy(delta => delta.DayOfMonth).ToDictionary(day => day.Key, day => Sum(day.Select(delta => delta.Totals))),
            month.Aggregate(default(Unstated), (sum, next) => sum + next.Unstated)));

    private static Totals Sum(IEnumerable<Totals> parts) => parts.Aggregate(default(Totals), (sum, next) => sum + next);
}
