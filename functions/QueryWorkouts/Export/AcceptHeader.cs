using System.Globalization;

namespace WorkoutLog.QueryWorkouts.Export;

/// <summary>The representations that a client takes (RFC 9110, section 12.5.1).</summary>
/// <remarks>Of a range's parameters only the quality is looked at; a range that is malformed counts for nothing.</remarks>
internal static class AcceptHeader
{
    /// <summary>The one that the client likes best.</summary>
    /// <param name="header">Null or blank for a client that takes anything.</param>
    /// <param name="offered">Media types in the order of our own preference.</param>
    /// <returns>Null when the client takes none of them.</returns>
    public static string? Choose(string? header, params string[] offered)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return offered[0];
        }

        MediaRange[] ranges = [.. header.Split(',').Select(MediaRange.Read).OfType<MediaRange>()];
        var best = offered.MaxBy(type => QualityOf(type, ranges));
        return best is not null && QualityOf(best, ranges) > 0 ? best : null;
    }

    // The most exact range decides: "text/csv;q=0, */*" takes anything but CSV.
    private static decimal QualityOf(string type, MediaRange[] ranges) =>
        ranges.Where(range => range.Matches(type)).MaxBy(range => range.Exactness)?.Quality ?? 0;

    private sealed record MediaRange(string Type, string Subtype, decimal Quality)
    {
        private const string Any = "*";

        /// <summary>0 for anything, 1 for a kind of text or application, 2 for one type.</summary>
        public int Exactness => (Type == Any ? 0 : 1) + (Subtype == Any ? 0 : 1);

        public static MediaRange? Read(string text)
        {
            string[] parts = text.Split(';', StringSplitOptions.TrimEntries);
            string[] names = parts[0].Split('/');
            if (names is not [{ Length: > 0 } type, { Length: > 0 } subtype] || (type == Any && subtype != Any))
            {
                return null;
            }

            var weight = Array.Find(parts, part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase))?[2..] ?? "1";
            return decimal.TryParse(weight, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) && quality <= 1
                ? new MediaRange(type, subtype, quality)
                : null;
        }

        public bool Matches(string mediaType)
        {
            string[] names = mediaType.Split('/');
            return Matches(Type, names[0]) && Matches(Subtype, names[1]);
        }

        private static bool Matches(string pattern, string name) =>
            pattern == Any || string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase);
    }
}
