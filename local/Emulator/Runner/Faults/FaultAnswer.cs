using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>An error as the service itself would send it.</summary>
/// <param name="HasChecksum">Whether the service sends the body's CRC-32, which its SDK checks.</param>
internal sealed record FaultAnswer(int Status, JsonObject Body, bool HasChecksum)
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task WriteAsync(HttpResponse response)
    {
        var bytes = Encoding.UTF8.GetBytes(Body.ToJsonString(_plain));
        response.StatusCode = Status;
        response.ContentType = HasChecksum ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1";
        response.ContentLength = bytes.Length;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (HasChecksum)
        {
            response.Headers["x-amz-crc32"] = Crc32(bytes).ToString(CultureInfo.InvariantCulture);
        }

        return response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted).AsTask();
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }
        }

        return ~crc;
    }
}
