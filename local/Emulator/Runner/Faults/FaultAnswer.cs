using System.Globalization;
using System.IO.Hashing;
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
            response.Headers["x-amz-crc32"] = Crc32.HashToUInt32(bytes).ToString(CultureInfo.InvariantCulture);
        }

        return response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted).AsTask();
    }
}
