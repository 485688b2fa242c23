using System.Security.Cryptography;

namespace WorkoutLog.Local.Import;

/// <summary>Ids under which the API knows an imported workout for ever, so that a second import of a file logs nothing twice.</summary>
internal static class ExternalIds
{
    /// <param name="source">Such as <c>strava</c>.</param>
    /// <param name="key">Unique within the source. It depends on the file alone, not on options such as the time zone.</param>
    public static string Of(string source, string key) =>
        // What the API takes: visible ASCII.
        $"{source}:{key}" is var id && id.Length <= ApiLimits.MaxExternalIdLength && key.Length > 0 && key.All(character => character is > ' ' and <= '~')
            ? id
            : $"{source}:sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..40]}";

    public static string Of(string source, DateTimeOffset moment) => Of(source, moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
