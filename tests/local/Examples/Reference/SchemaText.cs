using System.Text.Encodings.Web;

namespace WorkoutLog.Local.Tests.Examples.Reference;

/// <summary>Short text for a schema.</summary>
internal static class SchemaText
{
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The type, linked if it has its own section, with its bounds and default: <c>integer, 1 to 100, default `20`</c>.</returns>
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
        // minLength 1 without a maximum is not worth a mention.
        (_, null) => unit.Length > 0 ? "" : $"from {least}",
        (null, _) => $"up to {most}{unit}",
        _ => $"{least} to {most}{unit}",
    };

    private static string Default(JsonNode schema) => schema["default"] is { } value ? $"default `{value}`" : "";
}
