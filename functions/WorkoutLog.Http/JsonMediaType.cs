using System.Net.Http.Headers;
using WorkoutLog.Contracts;

namespace WorkoutLog.Http;

/// <summary>Checks whether a <c>Content-Type</c> is JSON in UTF-8.</summary>
internal static class JsonMediaType
{
    /// <param name="contentType">The only charset that it may name is UTF-8.</param>
    public static bool Matches(string contentType)
    {
        // Empty parameters are allowed (RFC 9110, 5.6.6), but .NET's parser refuses them.
        var parts = contentType.Split(';', StringSplitOptions.TrimEntries);
        return MediaTypeHeaderValue.TryParse(string.Join(';', parts.Where((part, position) => position == 0 || part.Length > 0)), out var type)
            && string.Equals(type.MediaType, MediaTypes.Json, StringComparison.OrdinalIgnoreCase)
            && type.Parameters.Where(IsCharset).All(IsUtf8);
    }

    private static bool IsCharset(NameValueHeaderValue parameter) =>
        string.Equals(parameter.Name, "charset", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(NameValueHeaderValue charset) =>
        string.Equals(charset.Value?.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase);
}
