using System.Net.Http.Headers;
using WorkoutLog.Contracts;

namespace WorkoutLog.Http;

/// <summary>Tells from a <c>Content-Type</c> whether a body is JSON in UTF-8.</summary>
internal static class JsonMediaType
{
    /// <param name="contentType">Of any charset it may name UTF-8 alone.</param>
    public static bool Matches(string contentType)
    {
        // Empty parameters (RFC 9110, 5.6.6), which the platform's parser refuses, say nothing.
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
