using System.Globalization;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Functions.Tests.Domain;

/// <summary>Timestamps, the local calendar, and ranges of both.</summary>
public sealed class TimeTests
{
    [Theory]
    [InlineData("2026-05-09T07:30:00Z", "2026-05-09T07:30:00.0000000+00:00")]
    [InlineData("2026-05-09t07:30:00z", "2026-05-09T07:30:00.0000000+00:00")]
    [InlineData("2026-05-09T07:30:00.1+05:45", "2026-05-09T07:30:00.1000000+05:45")]
    [InlineData("2026-05-09T07:30:00.123456789-14:00", "2026-05-09T07:30:00.1234560-14:00")]
    [InlineData("2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00.0000000+00:00")]
    [InlineData("", null)]
    [InlineData("2026-05-09", null)]
    [InlineData("2026-05-09T07:30:00", null)]
    [InlineData("2026-05-09 07:30:00Z", null)]
    [InlineData("2026-05-09T07:30Z", null)]
    [InlineData("2026-05-09T07:30:00.Z", null)]
    [InlineData("2026-05-09T07:30:00.1234567890Z", null)]
    [InlineData("2026-05-09T07:30:00,5Z", null)]
    [InlineData("2026-05-09T07:30:00.5", null)]
    [InlineData("2026-05-09T07:30:00+02", null)]
    [InlineData("2026-05-09T07:30:00+0200", null)]
    [InlineData("2026-05-09T07:30:00+14:01", null)]
    [InlineData("2026-05-09T07:30:00+02:60", null)]
    [InlineData("2026-05-09T07:30:00Z ", null)]
    [InlineData("2026-02-29T07:30:00Z", null)]
    [InlineData("2026-13-01T07:30:00Z", null)]
    [InlineData("2026-00-01T07:30:00Z", null)]
    [InlineData("2026-05-00T07:30:00Z", null)]
    [InlineData("2026-05-09T24:00:00Z", null)]
    [InlineData("2026-05-09T07:60:00Z", null)]
    [InlineData("2026-05-09T07:30:60Z", null)]
    [InlineData("0000-05-09T07:30:00Z", null)]
    [InlineData("0001-01-01T00:00:00+01:00", null)]
    [InlineData("9999-12-31T23:59:59-01:00", null)]
    [InlineData("٢٠٢٦-05-09T07:30:00Z", null)]
    public void Accepts_only_RFC_3339(string text, string? expected) =>
        Assert.Equal(expected, Rfc3339.TryParse(text, out var timestamp) ? timestamp.ToString("O") : null);

    [Theory]
    [InlineData("2026-02-29T07:30:00Z", "have a day from 01 to 28 (2026-02 has 28 days)")]
    [InlineData("2024-02-30T07:30:00Z", "have a day from 01 to 29 (2024-02 has 29 days)")]
    [InlineData("2026-02-29", "have a day from 01 to 28 (2026-02 has 28 days)")]
    [InlineData("2026-13-01T07:30:00Z", "have a month from 01 to 12")]
    [InlineData("2026-00-01", "have a month from 01 to 12")]
    [InlineData("0000-05-09T07:30:00Z", "have a year from 0001 to 9999")]
    [InlineData("2026-05-09T24:00:00Z", "have an hour from 00 to 23")]
    [InlineData("2026-05-09T07:60:00Z", "have a minute from 00 to 59")]
    [InlineData("2026-05-09T07:30:60Z", "have a second from 00 to 59 (leap seconds are not accepted)")]
    [InlineData("2026-05-09T07:30:00.1234567890Z", "have 1 to 9 digits after the point of its seconds")]
    [InlineData("2026-05-09T07:30:00.5", "end with an offset from UTC, such as Z or +02:00")]
    [InlineData("2026-05-09T07:30:00", "end with an offset from UTC, such as Z or +02:00")]
    [InlineData("2026-05-09T07:30:00+0200", "end with an offset from UTC, such as Z or +02:00")]
    [InlineData("2026-05-09T07:30:00+14:30", "have an offset from -14:00 to +14:00, with minutes from 00 to 59")]
    [InlineData("2026-05-09T07:30:00+02:60", "have an offset from -14:00 to +14:00, with minutes from 00 to 59")]
    [InlineData("0001-01-01T00:00:00+01:00", "be in the years 0001 to 9999, in UTC too")]
    [InlineData("2026-05-09 07:30:00Z", "be an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00Z, or a day, such as 2026-05-09")]
    [InlineData("2026-05-09T07:30Z", "be an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00Z, or a day, such as 2026-05-09")]
    public void Reports_the_invalid_part_of_a_timestamp_and_its_rule(string text, string rule) =>
        Assert.Equal(rule, TimeBound.Read(text, out _));

    [Theory]
    [InlineData("2026-05-09", "2026-W19")]
    [InlineData("2024-12-29", "2024-W52")]
    [InlineData("2024-12-30", "2025-W01")]
    [InlineData("2025-12-28", "2025-W52")]
    [InlineData("2025-12-29", "2026-W01")]
    [InlineData("2026-12-31", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2023-01-01", "2022-W52")]
    [InlineData("2000-01-01", "1999-W52")]
    [InlineData("9999-12-31", "9999-W52")]
    public void A_week_belongs_to_the_year_with_most_of_its_days(string day, string week) =>
        Assert.Equal(week, LocalCalendar.Week(DateOnly.ParseExact(day, "yyyy-MM-dd")));

    [Theory]
    [InlineData("2026-03-29T01:59:59+01:00", "2026-03-29")]
    [InlineData("2026-03-29T03:00:00+02:00", "2026-03-29")]
    [InlineData("2026-10-25T23:30:00-11:00", "2026-10-25")]
    [InlineData("2026-10-25T00:30:00+14:00", "2026-10-25")]
    public void A_day_is_the_users_local_day(string timestamp, string day) =>
        Assert.Equal(day, LocalCalendar.Format(LocalCalendar.Day(DateTimeOffset.Parse(timestamp, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("2024-02-29", true, false)]
    [InlineData("2025-02-29", false, false)]
    [InlineData("2026-5-9", false, false)]
    [InlineData("2026-05-09 ", false, false)]
    [InlineData(" 2026-05-09", false, false)]
    [InlineData("2026-05-09T00:00:00Z", false, false)]
    [InlineData("0000-01-01", false, false)]
    [InlineData("10000-01-01", false, false)]
    [InlineData("٢٠٢٦-05-09", false, false)]
    [InlineData("", false, false)]
    [InlineData("2026-05", false, true)]
    [InlineData("0001-01", false, true)]
    [InlineData("9999-12", false, true)]
    [InlineData("2026-00", false, false)]
    [InlineData("2026-13", false, false)]
    [InlineData("2026-5", false, false)]
    [InlineData("202605", false, false)]
    [InlineData("2026-05 ", false, false)]
    [InlineData("٢٠٢٦-05", false, false)]
    public void Reads_a_day_or_a_month_strictly(string text, bool isDay, bool isMonth) =>
        Assert.Equal((isDay, isMonth), (Rfc3339.ReadDate(text, "", out _) is null, LocalCalendar.IsMonth(text)));

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
    public void Both_bounds_are_inclusive(string? from, string? to, string timestamp, bool expected) =>
        Assert.Equal(expected, Range(from, to).Contains(DateTimeOffset.Parse(timestamp, CultureInfo.InvariantCulture)));

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
    public void Is_reversed_if_it_can_contain_nothing(string? from, string? to, bool expected) =>
        Assert.Equal(expected, Range(from, to).IsReversed);

    [Theory]
    [InlineData("0001-01-01", "0001-01-01T00:00:00.0000000+00:00", "0001-01-02T13:59:59.9999999+00:00")]
    [InlineData("2026-05-09", "2026-05-08T10:00:00.0000000+00:00", "2026-05-10T13:59:59.9999999+00:00")]
    [InlineData("9999-12-31", "9999-12-30T10:00:00.0000000+00:00", "9999-12-31T23:59:59.9999999+00:00")]
    public void A_day_covers_every_offset_within_the_calendar(string day, string earliest, string latest)
    {
        var bound = Bound(day)!;

        Assert.Equal((earliest, latest), (bound.Earliest.ToString("O"), bound.Latest.ToString("O")));
    }

    [Fact]
    public void May_contain_everything_that_it_contains() => Prop.ForAll(Bounds(), Bounds(), Timestamps().ToArbitrary(), (from, to, timestamp) =>
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
        Assert.Null(text is null ? null : TimeBound.Read(text, out bound));
        return bound;
    }
}
