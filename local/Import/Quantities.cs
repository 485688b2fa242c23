namespace WorkoutLog.Local.Import;

/// <summary>Reads numbers and times as exports write them.</summary>
internal static partial class Quantities
{
    private const decimal Largest = 1_000_000_000_000;

    private const decimal KmPerMile = 1.609344m;

    /// <summary>Kilometres in a unit.</summary>
    /// <param name="unit">As exports write it: <c>km</c>, <c>mi.</c>, <c>meters</c>.</param>
    public static decimal? KmPer(string unit) => unit.Trim().TrimEnd('.').ToLowerInvariant() switch
    {
        "km" or "kilometers" or "kilometres" => 1,
        "mi" or "miles" => KmPerMile,
        "m" or "meters" or "metres" => 0.001m,
        "yd" or "yards" => 0.0009144m,
        "ft" or "feet" => 0.0003048m,
        _ => null,
    };

    /// <returns>Null for an empty text.</returns>
    /// <exception cref="UnreadableException">It is not a number.</exception>
    public static decimal? Number(string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // Without a point, a comma is the decimal separator.
        var point = text.Contains('.', StringComparison.Ordinal) ? text : text.Replace(',', '.');
        return decimal.TryParse(point, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Largest
            ? number
            : throw new UnreadableException($"{name} must be a number; got {Received.Quote(text)}");
    }

    /// <summary>Reads <c>1h 5m</c>, <c>62m</c>, <c>1:02:30</c> and plain seconds.</summary>
    /// <exception cref="UnreadableException">It has another format.</exception>
    public static decimal Seconds(string name, string? text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds;
        }

        var match = Duration().Match(text?.Trim() ?? "");
        return match.Success && match.Length > 0
            ? (Part("h") * 3600) + (Part("m") * 60) + Part("s")
            : throw new UnreadableException($"{name} must be a duration such as 1h 5m; got {Received.Quote(text ?? "")}");

        decimal Part(string part) => match.Groups[part] is { Success: true } group ? decimal.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    /// <exception cref="UnreadableException">It has none of the formats.</exception>
    public static DateTime LocalTime(string name, string? text, params string[] formats)
    {
        // Newer systems put a narrow no-break space before AM.
        var plain = (text ?? "").Replace('\u202F', ' ').Replace('\u00A0', ' ').Trim();
        return DateTime.TryParseExact(plain, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new UnreadableException($"{name} must be a time such as {new DateTime(2024, 1, 5, 18, 30, 0).ToString(formats[0], CultureInfo.InvariantCulture)}; got {Received.Quote(text ?? "")}");
    }

    /// <summary>A local time in a zone; an ambiguous time is the later one.</summary>
    public static DateTimeOffset In(this DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, zone.GetUtcOffset(local)).InYears();

    /// <summary>An XML time. UTC is converted to the zone; another offset is kept.</summary>
    /// <exception cref="UnreadableException">It is not a time.</exception>
    public static DateTimeOffset Instant(string name, string? text, TimeZoneInfo zone) =>
        text?.Trim() is { Length: >= 10 and <= 40 } trimmed
        && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.Offset == TimeSpan.Zero ? TimeZoneInfo.ConvertTime(instant.InYears(), zone) : instant
            : throw new UnreadableException($"{name} must be a time such as 2024-01-05T06:30:12Z; got {Received.Quote(text ?? "")}");

    // At the ends of the calendar an offset would overflow. The API's rules check the rest.
    private static DateTimeOffset InYears(this DateTimeOffset time) => time.Year is > 1900 and < 9000
        ? time
        : throw new UnreadableException($"the year must be between 2000 and now; got {time.Year}");

    [GeneratedRegex(@"^(?:(?:(?<h>\d{1,4}) ?h(?:r|rs)?)? ?(?:(?<m>\d{1,5}) ?m(?:in)?)? ?(?:(?<s>\d{1,6}) ?s(?:ec)?)?|(?<h>\d{1,4}):(?<m>\d\d):(?<s>\d\d))\z")]
    private static partial Regex Duration();
}
