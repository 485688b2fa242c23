using System.Security.Cryptography;

namespace WorkoutLog.Local.Import;

/// <summary>External ids of imported workouts. They are stable, so importing a file again logs no duplicates.</summary>
internal static class ExternalIds
{
    /// <param name="source">Such as <c>strava</c>.</param>
    /// <param name="key">Unique within the source. It depends on the file alone, not on options such as the time zone.</param>
    public static string Of(string source, string key) =>
        // The API accepts visible ASCII.
        $"{source}:{key}" is var id && id.Length <= ApiLimits.MaxExternalIdLength && key.Length > 0 && key.All(character => character is > ' ' and <= '~')
            ? id
            : $"{source}:sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..40]}";

    public static string Of(string source, DateTimeOffset moment) => Of(source, moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
