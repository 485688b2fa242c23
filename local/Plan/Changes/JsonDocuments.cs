using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Plan.Changes;

/// <summary>Texts of inputs that hold a JSON document: policies, a dashboard's body, the API's description.</summary>
internal static class JsonDocuments
{
    /// <returns>Null for any text that is no JSON object.</returns>
    public static JsonObject? Parse(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? Parse(text) : null;

    /// <inheritdoc cref="Parse(JsonNode?)"/>
    public static JsonObject? Parse(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
