using System.Text.Json.Nodes;

namespace WorkoutLog.Infra.Api;

/// <summary>Makes the schemas of a document such that API Gateway's models accept what the functions accept.</summary>
internal static class SchemasForModels
{
    // API Gateway turns the schemas into models of JSON Schema draft 4, where a list of types could hold "null". Its import reads
    // OpenAPI 3.0 though, which has no such list, and of that it drops "nullable" and does not support oneOf and anyOf. So a member
    // that may be null can only be let through without a type: the function, which checks everything again, refuses a wrong one.
    public static void Adapt(JsonNode? node)
    {
        if (node is JsonObject schema)
        {
            if (schema.Remove(SchemaCatalog.Nullable))
            {
                schema.Remove("type");
            }

            // An element of a batch stands or falls alone; a model would refuse all of them for the sake of one.
            if (schema.ContainsKey("items"))
            {
                schema["items"] = new JsonObject();
            }

            foreach (var member in schema)
            {
                Adapt(member.Value);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var element in list)
            {
                Adapt(element);
            }
        }
    }
}
