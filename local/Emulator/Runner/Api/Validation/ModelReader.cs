using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Runner.Api.Validation;

/// <summary>Reads models from the schemas of the OpenAPI document that the API is made from.</summary>
internal sealed class ModelReader(JsonObject document)
{
    private const string Reference = "$ref";
    private const string ComponentPrefix = "#/components/schemas/";

    private static readonly FrozenSet<string> _keywords = new[]
    {
        "type", "properties", "required", "additionalProperties", "items", "minItems", "maxItems",
        // Said for people.
        "title", "description",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="UserErrorException">The schema says something that a local run can't check.</exception>
    public Model Read(JsonNode schema) => Read(schema, []);

    // The names on the way from the outermost schema.
    private Model Read(JsonNode schema, ImmutableStack<string> above)
    {
        var rules = schema.AsObject();
        if (rules[Reference]?.GetValue<string>() is { } reference)
        {
            return Resolve(reference, above);
        }

        if (rules.FirstOrDefault(rule => !_keywords.Contains(rule.Key)).Key is { } unknown)
        {
            throw Stop($"has the keyword '{unknown}'; a local run knows {string.Join(", ", _keywords.Order(StringComparer.Ordinal))} only.");
        }

        return new Model(
            Types(rules["type"]),
            (rules["properties"] as JsonObject ?? []).ToImmutableSortedDictionary(
                property => property.Key, property => Read(property.Value!, above), StringComparer.Ordinal),
            (rules["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).ToImmutableSortedSet(StringComparer.Ordinal),
            AllowsOthers(rules["additionalProperties"]),
            rules["items"] is { } items ? Read(items, above) : null,
            rules.Integer("minItems"),
            rules.Integer("maxItems"));
    }

    private Model Resolve(string reference, ImmutableStack<string> above)
    {
        var name = reference.StartsWith(ComponentPrefix, StringComparison.Ordinal) ? reference[ComponentPrefix.Length..] : "";
        var schema = document["components"]?["schemas"]?[name] ?? throw Stop($"refers to '{reference}', which is not in the document.");
        return above.Contains(name) ? throw Stop($"'{name}' holds itself, which a local run does not follow.") : Read(schema, above.Push(name));
    }

    // OpenAPI 3.0 knows no list of types.
    private static ImmutableSortedSet<InstanceType> Types(JsonNode? type) => type?.GetValue<string>() switch
    {
        null => [],
        // Every integer is a number.
        "number" => [InstanceType.Integer, InstanceType.Number],
        var word when Enum.TryParse<InstanceType>(word, ignoreCase: true, out var known) => [known],
        var word => throw Stop($"has the type '{word}', which is none of JSON Schema's."),
    };

    private static bool AllowsOthers(JsonNode? rule) => rule switch
    {
        null => true,
        JsonValue value when value.TryGetValue(out bool allowed) => allowed,
        _ => throw Stop("has a schema for additional properties; a local run knows true and false only."),
    };

    private static UserErrorException Stop(string what) => new($"A schema that the API validates requests by {what}");
}
