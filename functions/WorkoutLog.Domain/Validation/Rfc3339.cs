using System.Globalization;

namespace WorkoutLog.Domain.Validation;

/// <summary>RFC 3339 timestamps with an offset, read strictly by its grammar.</summary>
/// <remarks>Offsets are at most ±14:00, the widest in use. A leap second (<c>:60</c>) is refused, because <see cref="DateTimeOffset"/> can't represent it.</remarks>
public static class Rfc3339
{
    /// <summary>The general rule, where no more specific one applies.</summary>
    public const string Form = "be an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00+02:00";

    private const int DateLength = 10;
    private const int FractionStart = 19;
    private const int MaxFractionDigits = 9;
    private const int MicrosecondDigits = 6;
    private const int MaxOffsetMinutes = 14 * 60;

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset timestamp) => Read(text, out timestamp) is null;

    /// <summary>Reads <c>2026-05-09T07:30:00.25+02:00</c>; a fraction has 1–9 digits and is truncated to microseconds.</summary>
    /// <returns>Null for a valid timestamp; otherwise the rule for the first invalid part, which completes "it must …".</returns>
    public static string? Read(ReadOnlySpan<char> text, out DateTimeOffset timestamp)
    {
        timestamp = default;
        if (text.Length < FractionStart || text[DateLength] is not ('T' or 't'))
        {
            return Form;
        }

        var (time, microseconds, length, offset) = (TimeSpan.Zero, 0L, 0, TimeSpan.Zero);
        if ((ReadDate(text[..DateLength], Form, out var date)
            ?? ReadTime(text[(DateLength + 1)..FractionStart], out time)
            ?? ReadFraction(text[FractionStart..], out microseconds, out length)
            ?? ReadOffset(text[(FractionStart + length)..], out offset)) is { } rule)
        {
            return rule;
        }

        var local = date.ToDateTime(default) + time + TimeSpan.FromMicroseconds(microseconds);
        var utcTicks = local.Ticks - offset.Ticks;
        if (utcTicks < DateTime.MinValue.Ticks || utcTicks > DateTime.MaxValue.Ticks)
        {
            return "be in the years 0001 to 9999, in UTC too";
        }

        timestamp = new DateTimeOffset(local, offset);
        return null;
    }

    /// <summary>Reads <c>2026-05-09</c>.</summary>
    /// <param name="form">The rule for a text of another form.</param>
    /// <returns>As <see cref="Read"/>.</returns>
    public static string? ReadDate(ReadOnlySpan<char> text, string form, out DateOnly date)
    {
        date = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-'
            || !TryParseDigits(text[..4], out var year) || !TryParseDigits(text[5..7], out var month) || !TryParseDigits(text[8..], out var day))
        {
            return form;
        }

        if (year == 0)
        {
            return "have a year from 0001 to 9999";
        }

        if (month is < 1 or > 12)
        {
            return "have a month from 01 to 12";
        }

        var days = DateTime.DaysInMonth(year, month);
        if (day < 1 || day > days)
        {
            return string.Create(CultureInfo.InvariantCulture, $"have a day from 01 to {days} ({year:0000}-{month:00} has {days} days)");
        }

        date = new DateOnly(year, month, day);
        return null;
    }

    private static string? ReadTime(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (text[2] != ':' || text[5] != ':'
            || !TryParseDigits(text[..2], out var hour) || !TryParseDigits(text[3..5], out var minute) || !TryParseDigits(text[6..], out var second))
        {
            return Form;
        }

        time = new TimeSpan(hour, minute, second);
        return hour > 23 ? "have an hour from 00 to 23"
            : minute > 59 ? "have a minute from 00 to 59"
            : second > 59 ? "have a second from 00 to 59 (leap seconds are not accepted)"
            : null;
    }

    private static string? ReadFraction(ReadOnlySpan<char> text, out long microseconds, out int length)
    {
        microseconds = 0;
        length = 0;
        if (text is not ['.', ..])
        {
            return null;
        }

        var digits = text[1..].IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length - 1 : digits;
        if (digits is < 1 or > MaxFractionDigits)
        {
            return "have 1 to 9 digits after the point of its seconds";
        }

        for (var place = 1; place <= MicrosecondDigits; place++)
        {
            microseconds = (microseconds * 10) + (place <= digits ? text[place] - '0' : 0);
        }

        length = 1 + digits;
        return null;
    }

    private static string? ReadOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
        {
            return null;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !TryParseDigits(text[1..3], out var hours) || !TryParseDigits(text[4..], out var minutes))
        {
            return "end with an offset from UTC, such as Z or +02:00";
        }

        if (minutes > 59 || (hours * 60) + minutes > MaxOffsetMinutes)
        {
            return "have an offset from -14:00 to +14:00, with minutes from 00 to 59";
        }

        offset = TimeSpan.FromMinutes((text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes));
        return null;
    }

    private static bool TryParseDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
