using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Functions.Tests.Storage;

public sealed class YearSealTests
{
    [Fact]
    public void A_year_is_read_as_it_was_written() => Prop.ForAll(Some().ToArbitrary(), year =>
    {
        SealedYear? read = YearSeal.Read(year.Year, YearSeal.Write(year));

        Assert.Equivalent(year, read, strict: true);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_format_of_a_later_version_is_not_a_seal()
    {
        var seal = YearSeal.Write(new SealedYear(2025, 12, true, []));
        seal.GetBuffer()[0]++;

        Assert.Null(YearSeal.Read(2025, seal));
    }

    [Fact]
    public void A_month_of_six_types_takes_at_most_80_bytes()
    {
        var month = new MonthRollup(
            "2025-01",
            Enumerable.Range(0, 6).ToDictionary(number => $"TYPE_{number}", _ => new Totals(20, 900.5m, 12_000, 120.25m)),
            new ActiveDays(int.MaxValue),
            new Unstated(3, 40));

        long twelve = YearSeal.Write(new SealedYear(2025, 12, false, [.. Enumerable.Range(1, 12).Select(number => month with { Month = $"2025-{number:00}" })])).Length;

        Assert.InRange(twelve, 1, 12 * 80);
    }

    private static Gen<SealedYear> Some() =>
        from through in Gen.Choose(1, 12)
        from isFirst in Gen.Elements(true, false)
        from months in Month().ListOf(through)
        select new SealedYear(2025, through, isFirst, [.. months.Select((month, place) => month with { Month = $"2025-{place + 1:00}" })]);

    private static Gen<MonthRollup> Month() =>
        from types in Gen.SubListOf("RUN", "HIIT_2", "YOGA", "Ä")
        from totals in Sums().ListOf(types.Count)
        from days in Gen.Choose(0, int.MaxValue)
        from calories in Gen.Choose(0, 1_000)
        from distance in Gen.Choose(0, 1_000)
        select new MonthRollup("", types.Zip(totals).ToDictionary(pair => pair.First, pair => pair.Second), new ActiveDays(days), new Unstated(calories, distance));

    private static Gen<Totals> Sums() =>
        from count in Gen.Choose(-1, 100_000)
        from minutes in Amount()
        from calories in Amount()
        from distance in Amount()
        select new Totals(count, minutes, calories, distance);

    private static Gen<decimal> Amount() => Gen.OneOf(
        from units in Gen.Choose(0, int.MaxValue) from scale in Gen.Choose(0, 18) select new decimal(units, 0, 0, false, (byte)scale),
        Gen.Elements(0, -1, 0.1m, 144_000.25m, long.MaxValue / 8, long.MaxValue / 8 + 1, ulong.MaxValue, decimal.MaxValue, decimal.MinValue, 1.0000000000000000000000000001m));
}
