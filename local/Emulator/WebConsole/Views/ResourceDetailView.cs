using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.WebConsole.Views;

/// <summary>All about one resource.</summary>
/// <param name="Inputs">As registered; documents in them are opened.</param>
internal sealed record ResourceDetailView(string Urn, string Name, string Type, bool Component, JsonNode? Inputs, JsonNode? Outputs, GraphOptions Options)
{
    public static ResourceDetailView Of(GraphResource resource) =>
        new(resource.Urn, resource.Name, resource.Type, resource.Component, Open(resource.Inputs), Open(resource.Outputs), resource.Options);

    // A policy or a dashboard is registered as a text, which nobody can read.
    private static JsonNode? Open(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Open(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Open)]),
        JsonValue text when text.TryGetValue<string>(out var json) && json.StartsWith('{') => Parse(json) ?? text.DeepClone(),
        _ => value?.DeepClone(),
    };

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
