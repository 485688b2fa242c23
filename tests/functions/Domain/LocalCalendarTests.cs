using System.Globalization;
using WorkoutLog.Domain;

namespace WorkoutLog.Functions.Tests.Domain;

public sealed class LocalCalendarTests
{
    [Theory]
    [InlineData("2026-05-09", "2026-W19")]
    [InlineData("2024-12-29", "2024-W52")]
    [InlineData("2024-12-30", "2025-W01")]
    [InlineData("2025-01-01", "2025-W01")]
    [InlineData("2025-12-28", "2025-W52")]
    [InlineData("2025-12-29", "2026-W01")]
    [InlineData("2026-12-31", "2026-W53")]
    [InlineData("2027-01-03", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2023-01-01", "2022-W52")]
    [InlineData("2000-01-01", "1999-W52")]
    [InlineData("9999-12-31", "9999-W52")]
    public void A_week_belongs_to_the_year_that_has_most_of_it(string day, string week)
    {
        Assert.Equal(week, LocalCalendar.Week(DateOnly.ParseExact(day, "yyyy-MM-dd")));
    }

    [Theory]
    [InlineData("2026-03-29T01:59:59+01:00", "2026-03-29")]
    [InlineData("2026-03-29T03:00:00+02:00", "2026-03-29")]
    [InlineData("2026-10-25T23:30:00+01:00", "2026-10-25")]
    [InlineData("2026-10-25T23:30:00-11:00", "2026-10-25")]
    [InlineData("2026-10-25T00:30:00+14:00", "2026-10-25")]
    public void A_day_is_the_one_that_the_user_lived(string timestamp, string day)
    {
        Assert.Equal(day, LocalCalendar.Format(LocalCalendar.Day(DateTimeOffset.Parse(timestamp, CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2025-02-29", false)]
    [InlineData("2026-5-9", false)]
    [InlineData("2026-05-09 ", false)]
    [InlineData(" 2026-05-09", false)]
    [InlineData("2026-05-09T00:00:00Z", false)]
    [InlineData("0000-01-01", false)]
    [InlineData("10000-01-01", false)]
    [InlineData("٢٠٢٦-05-09", false)]
    [InlineData("", false)]
    public void Reads_a_day_by_the_letter(string text, bool expected)
    {
        Assert.Equal(expected, LocalCalendar.TryParseDay(text, out _));
    }

    [Theory]
    [InlineData("2026-05", true)]
    [InlineData("0001-01", true)]
    [InlineData("9999-12", true)]
    [InlineData("2026-00", false)]
    [InlineData("2026-13", false)]
    [InlineData("2026-5", false)]
    [InlineData("202605", false)]
    [InlineData("2026-05 ", false)]
    [InlineData("2026-05-09", false)]
    [InlineData("٢٠٢٦-05", false)]
    [InlineData("", false)]
    public void Reads_a_month_by_the_letter(string text, bool expected)
    {
        Assert.Equal(expected, LocalCalendar.IsMonth(text));
    }
}
