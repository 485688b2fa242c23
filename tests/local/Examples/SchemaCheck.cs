namespace WorkoutLog.Local.Tests.Examples;

/// <summary>Checks values against the schemas of a document. It supports the keywords that these documents use and fails on any other.</summary>
internal sealed class SchemaCheck(JsonObject document)
{
    private static readonly HashSet<string> _known =
    [
        "$ref", "type", "nullable", "properties", "required", "additionalProperties", "items",
        "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "minItems", "maxItems", "format", "default", "description",
    ];

    /// <summary>The errors of a value, each with its position; empty for a valid one.</summary>
    public IEnumerable<string> Errors(JsonNode schema, JsonNode? value, string place = "$")
    {
        Assert.Subset(_known, schema.AsObject().Select(word => word.Key).ToHashSet());
        if (schema["$ref"] is { } reference)
        {
            return Errors(Resolve(reference.ToString()), value, place);
        }

        if (value is null)
        {
            return schema["nullable"]?.GetValue<bool>() == true ? [] : [$"{place} is null"];
        }

        return value switch
        {
            JsonObject map when Type(schema) == "object" => OfObject(schema, map, place),
            JsonArray list when Type(schema) == "array" => OfCount(schema, list, place).Concat(list.SelectMany((element, index) => Errors(schema["items"]!, element, $"{place}[{index}]"))),
            JsonValue scalar => OfScalar(schema, scalar, place),
            _ => [$"{place} is not a {Type(schema)}"],
        };
    }

    /// <param name="reference">Within the document: <c>#/components/schemas/Problem</c>.</param>
    public JsonNode Resolve(string reference)
    {
        Assert.StartsWith("#/", reference, StringComparison.Ordinal);
        var target = reference[2..].Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]);
        Assert.True(target is not null, $"{reference} does not resolve.");
        return target;
    }

    private IEnumerable<string> OfObject(JsonNode schema, JsonObject map, string place)
    {
        var missing = (schema["required"]?.AsArray() ?? []).Select(name => name!.ToString()).Where(name => !map.ContainsKey(name));
        return missing.Select(name => $"{place}.{name} is missing").Concat(map.SelectMany(member => OfMember(schema, member, $"{place}.{member.Key}")));
    }

    private IEnumerable<string> OfMember(JsonNode schema, KeyValuePair<string, JsonNode?> member, string place) =>
        (schema["properties"]?[member.Key], schema["additionalProperties"]) switch
        {
            ({ } property, _) => Errors(property, member.Value, place),
            (_, JsonObject others) => Errors(others, member.Value, place),
            // OpenAPI would accept it; here it can only be a mistake.
            _ => [$"{place} is not described"],
        };

    private static string[] OfCount(JsonNode schema, JsonArray list, string place) =>
        list.Count >= (schema["minItems"]?.GetValue<int>() ?? 0) && list.Count <= (schema["maxItems"]?.GetValue<int>() ?? int.MaxValue)
            ? [] : [$"{place} has {list.Count} items, which does not fit {schema.ToJsonString()}"];

    private static IEnumerable<string> OfScalar(JsonNode schema, JsonValue value, string place)
    {
        var fits = (Type(schema), value.GetValueKind()) switch
        {
            ("string", JsonValueKind.String) => IsText(schema, value.GetValue<string>()),
            ("number", JsonValueKind.Number) => IsWithin(schema, Number(value)),
            ("integer", JsonValueKind.Number) => decimal.IsInteger(Number(value)) && IsWithin(schema, Number(value)),
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            _ => false,
        };
        return fits ? [] : [$"{place} does not fit {schema.ToJsonString()}: {value.ToJsonString()}"];
    }

    private static bool IsText(JsonNode schema, string text) =>
        text.Length >= (schema["minLength"]?.GetValue<int>() ?? 0)
        && text.Length <= (schema["maxLength"]?.GetValue<int>() ?? int.MaxValue)
        && (schema["pattern"] is not { } pattern || Regex.IsMatch(text, pattern.ToString()))
        && (schema["enum"] is not JsonArray allowed || allowed.Any(one => one!.ToString() == text))
        && (schema["format"] is null || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _));

    private static bool IsWithin(JsonNode schema, decimal number) =>
        number >= (schema["minimum"]?.GetValue<int>() ?? decimal.MinValue)
        && !(schema["exclusiveMinimum"] is not null && number == schema["minimum"]!.GetValue<int>())
        && number <= (schema["maximum"]?.GetValue<int>() ?? decimal.MaxValue);

    private static decimal Number(JsonValue value) => decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static string? Type(JsonNode schema) => schema["type"]?.ToString();
}
