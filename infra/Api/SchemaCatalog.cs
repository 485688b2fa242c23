using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WorkoutLog.Infra.Api;

/// <summary>The schemas of a document, generated from C# types and named after them.</summary>
internal sealed class SchemaCatalog
{
    /// <summary>OpenAPI 3.0's keyword for "or null".</summary>
    public const string Nullable = "nullable";

    // The naming and nullability of the functions' serializers.
    private static readonly JsonSerializerOptions _serializer = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);

    /// <summary>Reference to a request schema. Optional members may be null.</summary>
    public JsonObject Request(Type type) => Reference(type, nullable: true);

    /// <summary>Schema of a response, by reference unless it is plain text. Responses omit null members.</summary>
    public JsonObject Response(Type type) =>
        type == typeof(string) ? new JsonObject { ["type"] = "string" } : Reference(type, nullable: false);

    /// <summary>Reference to a schema that is in the document already.</summary>
    public static JsonObject ReferenceTo(Type type) => new() { ["$ref"] = $"#/components/schemas/{type.Name}" };

    public JsonObject ToJson() => new(_schemas.Select(schema => KeyValuePair.Create<string, JsonNode?>(schema.Key, schema.Value.DeepClone())));

    private JsonObject Reference(Type type, bool nullable)
    {
        if (!_schemas.ContainsKey(type.Name))
        {
            _schemas[type.Name] = _serializer.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
            {
                TreatNullObliviousAsNonNullable = true,
                TransformSchemaNode = (context, schema) => ForOpenApi30(context, schema, nullable),
            });
        }

        return ReferenceTo(type);
    }

    // A nested model is a schema of its own, so that it has a name and is written once.
    // OpenAPI 3.0 supports neither a list of types nor "type": "null".
    private JsonNode ForOpenApi30(JsonSchemaExporterContext context, JsonNode schema, bool nullable)
    {
        if (!context.Path.IsEmpty && context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            return Reference(context.TypeInfo.Type, nullable);
        }

        if (schema is JsonObject model && model["type"] is JsonArray types)
        {
            model["type"] = types.Select(type => (string?)type).First(type => type != "null");
            if (nullable)
            {
                model[Nullable] = true;
            }
        }

        return schema;
    }
}
