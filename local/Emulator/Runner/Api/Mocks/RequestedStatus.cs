using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Runner.Api.Mocks;

/// <summary>What a mock integration is asked for: <c>{"statusCode": 404}</c>.</summary>
internal static class RequestedStatus
{
    /// <returns>Null for what asks for no status.</returns>
    public static int? In(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var request = utf8.IsEmpty ? null : JsonNode.Parse(utf8) as JsonObject;
            return request?["statusCode"] is JsonValue value && value.TryGetValue(out int status) ? status : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
