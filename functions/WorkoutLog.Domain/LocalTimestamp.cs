using System.Globalization;

namespace WorkoutLog.Domain;

/// <summary>The text of a moment with the offset that the user was at.</summary>
public static class LocalTimestamp
{
    /// <summary><c>2026-05-09T07:30:00.000000+02:00</c>; <c>Z</c> for no offset.</summary>
    public static string Format(DateTimeOffset timestamp) => timestamp.Offset == TimeSpan.Zero
        ? UtcTimestamp.Format(timestamp)
        : timestamp.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
}
