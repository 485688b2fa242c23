using FsCheck;
using FsCheck.Fluent;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class DayStreaksTests
{
    private const string Today = "2026-05-09";

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("2026-05-09", 1, 1)]
    [InlineData("2026-05-08", 1, 1)]
    [InlineData("2026-05-07", 0, 1)]
    [InlineData("2026-05-07 2026-05-08", 2, 2)]
    [InlineData("2026-05-07 2026-05-09", 1, 1)]
    [InlineData("2026-04-01 2026-04-02 2026-04-03 2026-05-08 2026-05-09", 2, 3)]
    [InlineData("2026-05-05 2026-05-06 2026-05-07", 0, 3)]
    public void Counts_up_to_today_or_yesterday(string days, int current, int longest)
    {
        Assert.Equal(new DayStreaks(current, longest), StreaksOf(days, Today));
    }

    [Theory]
    [InlineData("2026-05-10", 1, 1)]
    [InlineData("2026-05-08 2026-05-09 2026-05-10", 3, 3)]
    [InlineData("2026-05-09 2026-05-10", 2, 2)]
    [InlineData("2026-05-06 2026-05-07 2026-05-08 2026-05-10", 3, 3)]
    [InlineData("2026-05-07 2026-05-10", 1, 1)]
    public void Counts_a_run_that_ends_ahead_of_today(string days, int current, int longest)
    {
        Assert.Equal(new DayStreaks(current, longest), StreaksOf(days, Today));
    }

    [Theory]
    [InlineData("2026-04-30 2026-05-01", "2026-05-01", 2)]
    [InlineData("2025-12-31 2026-01-01", "2026-01-01", 2)]
    [InlineData("2024-02-28 2024-02-29 2024-03-01", "2024-03-01", 3)]
    [InlineData("2025-02-28 2025-03-01", "2025-03-01", 2)]
    [InlineData("2024-02-28 2024-03-01", "2024-03-01", 1)]
    [InlineData("2026-03-28 2026-03-29 2026-03-30", "2026-03-30", 3)]
    [InlineData("0001-01-01", "0001-01-01", 1)]
    [InlineData("9999-12-30 9999-12-31", "9999-12-31", 2)]
    public void Goes_on_over_the_ends_of_months_and_years(string days, string today, int current)
    {
        Assert.Equal(current, StreaksOf(days, today).Current);
    }

    [Fact]
    public void Agrees_with_a_count_day_by_day() => Prop.ForAll(Gen.Choose(0, 40).ListOf().ToArbitrary(), offsets =>
    {
        var today = new DateOnly(2025, 1, 5);
        SortedSet<DateOnly> days = [.. offsets.Select(offset => today.AddDays(-offset))];
        int RunUpTo(DateOnly day) => days.Contains(day) ? 1 + RunUpTo(day.AddDays(-1)) : 0;

        var streaks = DayStreaks.Of(days, today);

        Assert.Equal(days.Contains(today) ? RunUpTo(today) : RunUpTo(today.AddDays(-1)), streaks.Current);
        Assert.Equal(days.Select(RunUpTo).DefaultIfEmpty(0).Max(), streaks.Longest);
    }).QuickCheckThrowOnFailure();

    private static DayStreaks StreaksOf(string days, string today) => DayStreaks.Of(
        days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day), Day(today));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
