using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WorkoutLog.Infra.Api;

/// <summary>The schemas of a document, made from C# types, each under the name of its type.</summary>
internal sealed class SchemaCatalog
{
    // The names and the nullability that the functions' own serialisers have.
    private static readonly JsonSerializerOptions _serializer = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);

    /// <summary>A reference to the schema of <paramref name="type"/>, which becomes part of the catalogue.</summary>
    public JsonObject Reference(Type type)
    {
        if (!_schemas.ContainsKey(type.Name))
        {
            _schemas[type.Name] = _serializer.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
            {
                TreatNullObliviousAsNonNullable = true,
                TransformSchemaNode = ForOpenApi30,
            });
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{type.Name}" };
    }

    public JsonObject ToJson() => new(_schemas.Select(schema => KeyValuePair.Create<string, JsonNode?>(schema.Key, schema.Value.DeepClone())));

    // A model inside a model stands on its own too, so that it has a name and is written once.
    // OpenAPI 3.0 knows neither a list of types nor "type": "null"; a member that may be left out is just not required.
    private JsonNode ForOpenApi30(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (!context.Path.IsEmpty && context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            return Reference(context.TypeInfo.Type);
        }

        if (schema is JsonObject model && model["type"] is JsonArray types)
        {
            model["type"] = types.Select(type => (string?)type).First(type => type != "null");
        }

        return schema;
    }
}
