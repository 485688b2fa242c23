using System.Text.Encodings.Web;

namespace WorkoutLog.Local.Runner;

/// <summary>Reads and writes HTTP bodies for all servers of a run.</summary>
internal static class HttpMessages
{
    // AWS does not escape quotes, ampersands and plus signs in its messages.
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Quote(string text) => JsonSerializer.Serialize(text, _plain);

    /// <returns>Null if the bytes are not JSON.</returns>
    public static JsonNode? TryParse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonNode.Parse(utf8);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] ToUtf8Bytes(this JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json, _plain);

    public static Task SendJsonAsync(this HttpResponse response, int status, JsonNode body, string contentType = "application/json") =>
        response.SendAsync(status, contentType, body.ToUtf8Bytes());

    /// <param name="contentType">Used unless the headers set it.</param>
    public static Task SendAsync(this HttpResponse response, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        response.StatusCode = status;
        response.ContentType ??= contentType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, response.HttpContext.RequestAborted).AsTask();
    }

    /// <returns>The whole body, or null if it is longer than <paramref name="limit"/> bytes.</returns>
    public static async Task<byte[]?> ReadBodyAsync(this HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > limit)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
