using System.Text.Encodings.Web;

namespace WorkoutLog.Local.Tests.Examples.Reference;

/// <summary>A schema in a few words.</summary>
internal static class SchemaText
{
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The type, linked where it has a section of its own, with its bounds and its default: <c>integer, 1 to 100, else 20</c>.</returns>
    public static string Of(JsonNode schema)
    {
        if (schema["$ref"] is { } reference)
        {
            var name = reference.ToString().Split('/')[^1];
            return $"[{name}](#{ApiReference.Anchor(name)})";
        }

        var type = schema["type"]!.ToString() switch
        {
            "array" => $"list of {Of(schema["items"]!)}",
            "object" when schema["additionalProperties"] is { } values => $"map to {Of(values)}",
            var plain => plain,
        };
        return string.Join(", ", new[] { type, Choice(schema), Range(schema), Length(schema), Count(schema), Default(schema) }.Where(part => part.Length > 0));
    }

    private static string Choice(JsonNode schema) =>
        schema["enum"] is JsonArray values ? string.Join(" or ", values.Select(value => $"`{value}`"))
        : schema["pattern"] is { } pattern ? $"`{pattern}`"
        : $"{schema["type"]}" == "string" && schema["format"] is { } format ? format.ToString()
        : "";

    private static string Range(JsonNode schema) => schema["exclusiveMinimum"] is null
        ? Between(schema["minimum"], schema["maximum"], "")
        : $"above {schema["minimum"]}, {Between(null, schema["maximum"], "")}";

    private static string Count(JsonNode schema) => Between(schema["minItems"], schema["maxItems"], " items");

    private static string Length(JsonNode schema) => Between(schema["minLength"], schema["maxLength"], " characters");

    private static string Between(JsonNode? least, JsonNode? most, string unit) => (least, most) switch
    {
        (null, null) => "",
        // That a text which is sent is not empty goes without saying.
        (_, null) => unit.Length > 0 ? "" : $"from {least}",
        (null, _) => $"up to {most}{unit}",
        _ => $"{least} to {most}{unit}",
    };

    private static string Default(JsonNode schema) => schema["default"] is { } value ? $"else `{value}`" : "";
}
