using System.Globalization;

namespace WorkoutLog.Domain;

/// <summary>The one text form of an instant: UTC with six fraction digits, which sorts as text in order of time.</summary>
public static class UtcTimestamp
{
    /// <summary>Length of the text form.</summary>
    public const int Length = 27;

    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary><c>2026-05-09T07:30:00.000000Z</c>.</summary>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Format"/> wrote, and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    /// <summary>The same moment and offset without the part below a microsecond.</summary>
    public static DateTimeOffset TruncateToMicroseconds(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}

/// <summary>The text of a moment with the offset that the user was at.</summary>
public static class LocalTimestamp
{
    /// <summary><c>2026-05-09T07:30:00.000000+02:00</c>; <c>Z</c> for no offset.</summary>
    public static string Format(DateTimeOffset timestamp) => timestamp.Offset == TimeSpan.Zero
        ? UtcTimestamp.Format(timestamp)
        : timestamp.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
}
