using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using WorkoutLog.Domain;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class TimeRangeTests
{
    [Theory]
    [InlineData("2026-05-09", "2026-05-09", "2026-05-09T00:00:00+14:00", true)]
    [InlineData("2026-05-09", "2026-05-09", "2026-05-09T23:59:59.999999-14:00", true)]
    [InlineData("2026-05-09", "2026-05-09", "2026-05-10T00:00:00-14:00", false)]
    [InlineData("2026-05-09", "2026-05-09", "2026-05-08T23:59:59.999999+14:00", false)]
    [InlineData("2026-05-09T07:30:00Z", "2026-05-09T07:30:00Z", "2026-05-09T09:30:00+02:00", true)]
    [InlineData("2026-05-09T07:30:00Z", null, "2026-05-09T07:29:59.999999Z", false)]
    [InlineData(null, "2026-05-09T07:30:00+02:00", "2026-05-09T05:30:00.000001Z", false)]
    [InlineData("2026-05-09", "2026-05-09T12:00:00Z", "2026-05-09T12:00:00Z", true)]
    [InlineData("2026-05-09", "2026-05-09T12:00:00Z", "2026-05-08T12:00:00Z", false)]
    [InlineData(null, null, "2000-01-01T00:00:00Z", true)]
    public void Has_both_ends_in(string? from, string? to, string timestamp, bool expected)
    {
        Assert.Equal(expected, Range(from, to).Contains(DateTimeOffset.Parse(timestamp, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-05-09", "2026-05-09", false)]
    [InlineData("2026-05-10", "2026-05-09", true)]
    [InlineData("2026-05-09T07:30:00Z", "2026-05-09T07:30:00Z", false)]
    [InlineData("2026-05-09T07:30:00Z", "2026-05-09T07:29:59.999999Z", true)]
    [InlineData("2026-05-10", "2026-05-09T10:00:00Z", false)]
    [InlineData("2026-05-10", "2026-05-09T09:59:59Z", true)]
    [InlineData("2026-05-10T13:59:59Z", "2026-05-09", false)]
    [InlineData("2026-05-10T14:00:00Z", "2026-05-09", true)]
    [InlineData("9999-12-31", null, false)]
    [InlineData(null, "0001-01-01", false)]
    public void Is_reversed_when_nothing_can_lie_in_it(string? from, string? to, bool expected)
    {
        Assert.Equal(expected, Range(from, to).IsReversed);
    }

    [Theory]
    [InlineData("0001-01-01", "0001-01-01T00:00:00.0000000+00:00", "0001-01-02T13:59:59.9999999+00:00")]
    [InlineData("2026-05-09", "2026-05-08T10:00:00.0000000+00:00", "2026-05-10T13:59:59.9999999+00:00")]
    [InlineData("9999-12-31", "9999-12-30T10:00:00.0000000+00:00", "9999-12-31T23:59:59.9999999+00:00")]
    public void A_day_reaches_as_far_as_any_offset_and_never_out_of_the_calendar(string day, string earliest, string latest)
    {
        var bound = Bound(day)!;

        Assert.Equal((earliest, latest), (bound.Earliest.ToString("O"), bound.Latest.ToString("O")));
    }

    [Fact]
    public void Whatever_lies_in_it_may_lie_in_it() => Prop.ForAll(Bounds(), Bounds(), Timestamps().ToArbitrary(), (from, to, timestamp) =>
    {
        var range = new TimeRange(from, to);

        Assert.True(!range.Contains(timestamp) || range.MayContain(timestamp));
        Assert.True(!range.IsReversed || !range.Contains(timestamp));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<TimeBound?> Bounds() => Gen.OneOf(
        Gen.Constant<TimeBound?>(null),
        Timestamps().Select(moment => (TimeBound?)new TimeBound.Instant(moment)),
        Timestamps().Select(moment => (TimeBound?)new TimeBound.LocalDay(LocalCalendar.Day(moment)))).ToArbitrary();

    private static Gen<DateTimeOffset> Timestamps() =>
        from minutes in Gen.Choose(0, 4 * 24 * 60)
        from quarters in Gen.Choose(-56, 56)
        select new DateTimeOffset(2026, 5, 9, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes).ToOffset(TimeSpan.FromMinutes(15 * quarters));

    private static TimeRange Range(string? from, string? to) => new(Bound(from), Bound(to));

    private static TimeBound? Bound(string? text)
    {
        TimeBound? bound = null;
        Assert.True(text is null || TimeBound.TryParse(text, out bound), text);
        return bound;
    }
}
