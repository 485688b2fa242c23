using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class SealedYearTests
{
    private static readonly string[] _months = [.. Enumerable.Range(0, 48).Select(month => LocalCalendar.Month(new DateOnly(2020, 1, 1).AddMonths(month)))];

    /// <remarks>Clocks of a reader and a writer may be four weeks apart.</remarks>
    [Fact]
    public void A_writer_expects_a_seal_wherever_a_reader_may_set_one() =>
        Prop.ForAll(Gen.Choose(0, 3_000).ToArbitrary(), Gen.Choose(-28, 28).ToArbitrary(), (day, apart) =>
        {
            var now = Workouts.Moment("2020-01-01T00:00:00Z").AddDays(day);
            string last = SealedYear.LastMonth(now);

            Assert.True(SealedYear.MayHold(last, now.AddDays(apart)));
            Assert.False(SealedYear.MayHold(LocalCalendar.Month(LocalCalendar.Day(now)), now.AddDays(apart)));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", null, "2022-05", "..2022-05")]
    [InlineData("2022/5!", null, "2022-05", "")]
    [InlineData("2022/5", null, "2022-05", "..2021-12")]
    [InlineData("2022/5", "2022-02", "2022-05", "")]
    [InlineData("2022/4", "2022-02", "2022-05", "2022-05..2022-05")]
    [InlineData("2020/12! 2021/12 2022/5", null, "2022-05", "")]
    [InlineData("2020/12! 2021/12 2022/4", null, "2022-05", "2022-05..2022-05")]
    [InlineData("2020/12! 2021 2022/4", null, "2022-05", "2021-01..2022-05")]
    [InlineData("2020/12! 2021 2022/5", null, "2022-05", "2021-01..2021-12")]
    [InlineData("2020/12! 2022/5", null, "2022-05", "2021-01..2021-12")]
    [InlineData("2019 2020/12! 2021/12 2022/5", null, "2022-05", "..2019-12")]
    [InlineData("2019 2020/12! 2021/12 2022/5", "2020-03", "2022-05", "")]
    [InlineData("2020/12! 2021/12 2022/5", "2018-03", "2022-05", "")]
    [InlineData("2020/12! 2021/12 2022/5", "2020-07", "2021-03", "")]
    [InlineData("2021 2022/5", "2021-07", "2021-09", "2021-07..2021-09")]
    [InlineData("0001/12", null, "0001-12", "")]
    public void Finds_the_months_that_no_seal_covers(string rows, string? from, string to, string expected)
    {
        var years = rows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(row => row.TrimEnd('!').Split('/') switch
        {
            [var year, var through] => (int.Parse(year), new SealedYear(int.Parse(year), int.Parse(through), row.EndsWith('!'), [])),
            var parts => (int.Parse(parts[0]), (SealedYear?)null),
        });

        MonthRange? uncovered = SealedYears.Uncovered(new MonthRange(from, to), [.. years.Where(row => from is null || row.Item1 >= LocalCalendar.FirstDay(from).Year)]);

        Assert.Equal(expected, uncovered is null ? "" : $"{uncovered.From}..{uncovered.To}");
    }

    [Fact]
    public void No_month_is_missed_and_none_beyond_the_ends_is_read() =>
        Prop.ForAll(Gen.Choose(0, 47).ToArbitrary(), Gen.Choose(0, 47).ToArbitrary(), Gen.Choose(-1, 12).ListOf(4).ToArbitrary(), (one, other, throughs) =>
        {
            var past = new MonthRange(_months[Math.Min(one, other)], _months[Math.Max(one, other)]);
            var years = throughs.Select((through, place) => (2020 + place, through <= 0 ? null : new SealedYear(2020 + place, through, false, [])))
                .Where((_, place) => throughs[place] >= 0).ToList();
            bool IsSealed(string month) => years.Any(year => year.Item2 is { } seal && LocalCalendar.FirstDay(month) is var day && day.Year == seal.Year && day.Month <= seal.Through);
            string[] missing = [.. _months.Where(month => past.Contains(month) && !IsSealed(month))];

            MonthRange? uncovered = SealedYears.Uncovered(past, years);

            Assert.Equal(missing.Length == 0 ? null : new MonthRange(missing[0], missing[^1]), uncovered);
        }).QuickCheckThrowOnFailure();
}
