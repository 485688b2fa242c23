namespace WorkoutLog.Domain.Validation;

/// <summary>RFC 3339 timestamps with an offset, read by the letter of its grammar.</summary>
/// <remarks>Offsets reach ±14:00, the widest in use. A leap second (<c>:60</c>) is refused, for no clock here can hold it.</remarks>
public static class Rfc3339
{
    private const int FractionStart = 19;
    private const int MaxFractionDigits = 9;
    private const int MicrosecondDigits = 6;
    private const int MaxOffsetMinutes = 14 * 60;

    /// <summary>Reads <c>2026-05-09T07:30:00.25+02:00</c>; a fraction has 1–9 digits, those below a microsecond are cut off.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset timestamp)
    {
        timestamp = default;
        if (!TryParseDateTime(text, out DateTime local)
            || !TryParseFraction(text[FractionStart..], out var microseconds, out var length)
            || !TryParseOffset(text[(FractionStart + length)..], out TimeSpan offset))
        {
            return false;
        }

        local = local.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
        var utcTicks = local.Ticks - offset.Ticks;
        if (utcTicks < DateTime.MinValue.Ticks || utcTicks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        timestamp = new DateTimeOffset(local, offset);
        return true;
    }

    private static bool TryParseDateTime(ReadOnlySpan<char> text, out DateTime local)
    {
        local = default;
        if (text.Length <= FractionStart
            || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't') || text[13] != ':' || text[16] != ':'
            || !TryParseDigits(text[..4], out var year) || !TryParseDigits(text[5..7], out var month)
            || !TryParseDigits(text[8..10], out var day) || !TryParseDigits(text[11..13], out var hour)
            || !TryParseDigits(text[14..16], out var minute) || !TryParseDigits(text[17..19], out var second)
            || year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        return true;
    }

    private static bool TryParseFraction(ReadOnlySpan<char> text, out long microseconds, out int length)
    {
        microseconds = 0;
        length = 0;
        if (text[0] != '.')
        {
            return true;
        }

        var digits = text[1..].IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > MaxFractionDigits)
        {
            return false;
        }

        for (var place = 1; place <= MicrosecondDigits; place++)
        {
            microseconds = (microseconds * 10) + (place <= digits ? text[place] - '0' : 0);
        }

        length = 1 + digits;
        return true;
    }

    private static bool TryParseOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !TryParseDigits(text[1..3], out var hours) || !TryParseDigits(text[4..], out var minutes)
            || minutes > 59 || (hours * 60) + minutes > MaxOffsetMinutes)
        {
            return false;
        }

        offset = TimeSpan.FromMinutes((text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes));
        return true;
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
