using System.Globalization;

namespace WorkoutLog.Domain;

/// <summary>The text form of an instant: UTC with six fraction digits; text order is time order.</summary>
public static class UtcTimestamp
{
    /// <summary>Length of the text form.</summary>
    public const int Length = 27;

    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary><c>2026-05-09T07:30:00.000000Z</c>.</summary>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads only the output of <see cref="Format"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    /// <summary>The same timestamp and offset, truncated to microseconds.</summary>
    public static DateTimeOffset TruncateToMicroseconds(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}

/// <summary>The text of a timestamp with the user's UTC offset.</summary>
public static class LocalTimestamp
{
    /// <summary><c>2026-05-09T07:30:00.000000+02:00</c>; <c>Z</c> for no offset.</summary>
    public static string Format(DateTimeOffset timestamp) => timestamp.Offset == TimeSpan.Zero
        ? UtcTimestamp.Format(timestamp)
        : timestamp.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
}
