using System.Text.Json.Nodes;

namespace WorkoutLog.Infra.Api;

/// <summary>Makes API Gateway's models of the schemas of bodies: their outer shape, which it can check as well as the functions can.</summary>
/// <remarks>
/// What is inside is left to the functions, which check everything anyhow: API Gateway tells one mistake, often without the name of
/// the field, where a function tells all of them; it would refuse a whole batch for the sake of one workout in it; and its import knows
/// no way to say that a member may be null.
/// </remarks>
internal static class SchemasForModels
{
    public static void Adapt(JsonNode schemas)
    {
        foreach (var (_, schema) in schemas.AsObject())
        {
            // A closed schema is that of a body that clients send; all others only describe answers.
            if (schema is JsonObject model && model["additionalProperties"]?.GetValue<bool>() == false)
            {
                model.Remove("additionalProperties");
                model.Remove("required");
                var properties = model["properties"]!.AsObject();
                foreach (var name in properties.Select(property => property.Key).ToList())
                {
                    properties[name] = OuterShape(properties[name]!);
                }
            }
        }
    }

    // A list needs its "items" by the rules of OpenAPI.
    private static JsonObject OuterShape(JsonNode schema) =>
        schema["type"]?.GetValue<string>() == "array" ? new JsonObject { ["type"] = "array", ["items"] = new JsonObject() } : [];
}
