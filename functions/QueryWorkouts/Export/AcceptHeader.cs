using System.Net.Http.Headers;

namespace WorkoutLog.QueryWorkouts.Export;

/// <summary>The representations that a client accepts (RFC 9110, section 12.5.1).</summary>
/// <remarks>Of a range's parameters only the quality is used; a malformed range is ignored.</remarks>
internal static class AcceptHeader
{
    /// <summary>The one that the client prefers.</summary>
    /// <param name="header">Null or white space for a client that accepts anything.</param>
    /// <param name="offered">Media types in order of preference.</param>
    /// <returns>Null if the client accepts none of them.</returns>
    public static string? Choose(string? header, params string[] offered)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return offered[0];
        }

        MediaTypeWithQualityHeaderValue[] ranges = [.. header.Split(',').Select(Read).OfType<MediaTypeWithQualityHeaderValue>()];
        var best = offered.MaxBy(type => QualityOf(type, ranges));
        return best is not null && QualityOf(best, ranges) > 0 ? best : null;
    }

    // One by one, so that a malformed range does not invalidate the others.
    private static MediaTypeWithQualityHeaderValue? Read(string text) =>
        MediaTypeWithQualityHeaderValue.TryParse(text, out var range) && IsQuality(range) ? range : null;

    // The library treats a quality that is not a number as absent.
    private static bool IsQuality(MediaTypeWithQualityHeaderValue range) => range.Quality is >= 0 and <= 1
        || !range.Parameters.Any(parameter => string.Equals(parameter.Name, "q", StringComparison.OrdinalIgnoreCase));

    // The most specific range decides: "text/csv;q=0, */*" accepts anything but CSV.
    private static double QualityOf(string type, MediaTypeWithQualityHeaderValue[] ranges) => Forms(type)
        .Select(form => Array.Find(ranges, range => string.Equals(range.MediaType, form, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(range => range is not null) is { } exact ? exact.Quality ?? 1 : 0;

    // From one type to anything.
    private static string[] Forms(string type) => [type, $"{type.Split('/')[0]}/*", "*/*"];
}
