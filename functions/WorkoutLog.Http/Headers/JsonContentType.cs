using System.Net.Http.Headers;
using WorkoutLog.Contracts;

namespace WorkoutLog.Http.Headers;

/// <summary>The header <c>Content-Type</c> of a body that is read as JSON.</summary>
internal static class JsonContentType
{
    /// <summary>Whether it says JSON in UTF-8, or JSON and no more.</summary>
    public static bool Accepts(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && string.Equals(type.MediaType, MediaTypes.Json, StringComparison.OrdinalIgnoreCase)
        && type.Parameters.Where(IsCharset).All(IsUtf8);

    private static bool IsCharset(NameValueHeaderValue parameter) =>
        string.Equals(parameter.Name, "charset", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(NameValueHeaderValue charset) =>
        string.Equals(charset.Value?.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase);
}
