using System.Runtime.InteropServices;

namespace WorkoutLog.Local.Runner;

/// <summary>Holds a body against a model in the way, and with the words, of the validator that API Gateway uses.</summary>
internal sealed class ModelValidator
{
    private const string NotJson = "Unknown error parsing request body";

    // Only what the model describes is walked through, so the depth of a body costs nothing; this is where a parser usually stops.
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 1_000 };

    private readonly List<string> _errors = [];

    /// <returns>Everything against the body that is found before the validator gives up; empty for a body that fits.</returns>
    public static ImmutableArray<string> Check(Model model, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, _options);
            var validator = new ModelValidator();
            validator.Check(model, document.RootElement);
            return [.. validator._errors];
        }
        catch (JsonException)
        {
            return [NotJson];
        }
    }

    private void Check(Model model, JsonElement instance)
    {
        var type = TypeOf(instance);
        var properties = type == "object" ? Properties(instance) : [];
        _errors.AddRange(ErrorsOf(model, type, instance, properties));
        // After the first error no value is looked into any more, only those beside it are looked at.
        if (_errors.Count > 0)
        {
            return;
        }

        foreach (var (name, value) in properties)
        {
            if (model.Properties.TryGetValue(name, out var property))
            {
                Check(property, value);
            }
        }

        foreach (var element in type == "array" && model.Items is not null ? instance.EnumerateArray() : default)
        {
            Check(model.Items!, element);
        }
    }

    // Of draft 4: a number with a fraction or an exponent is no integer, whatever its value. Only its text is looked at, so it may be of any size.
    private static string TypeOf(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => instance.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    // The checks of one value come in the order of their keywords' names.
    private static IEnumerable<string> ErrorsOf(Model model, string type, JsonElement instance, SortedDictionary<string, JsonElement> properties)
    {
        if (!model.AllowsOthers && properties.Keys.Where(name => !model.Properties.ContainsKey(name)).ToArray() is { Length: > 0 } others)
        {
            yield return $"object instance has properties which are not allowed by the schema: {List(others)}";
        }

        if (type == "object" && model.Required.Where(name => !properties.ContainsKey(name)).ToArray() is { Length: > 0 } missing)
        {
            yield return $"object has missing required properties ({List(missing)})";
        }

        var length = type == "array" ? instance.GetArrayLength() : (int?)null;
        if (length > model.MaxItems)
        {
            yield return $"array is too long: must have at most {model.MaxItems} elements but instance has {length} elements";
        }

        if (length < model.MinItems)
        {
            yield return $"array is too short: must have at least {model.MinItems} elements but instance has {length} elements";
        }

        if (!model.Types.IsEmpty && !model.Types.Contains(type))
        {
            yield return $"instance type ({type}) does not match any allowed primitive type (allowed: {List(model.Types)})";
        }
    }

    // Of a name that stands there twice the last one counts.
    private static SortedDictionary<string, JsonElement> Properties(JsonElement instance)
    {
        var properties = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in instance.EnumerateObject())
        {
            properties[PropertyName.Of(property)] = property.Value;
        }

        return properties;
    }

    private static string List(IEnumerable<string> words) => $"[{string.Join(',', words.Select(HttpMessages.Quote))}]";
}

/// <summary>Names of JSON members, also those that are no valid Unicode: the reader of the platform refuses them, the gateway's does not.</summary>
internal static partial class PropertyName
{
    public static string Of(JsonProperty property) =>
        Escape().Replace(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property)), Unescape);

    private static string Unescape(Match escape) => escape.Value[1] switch
    {
        'u' => $"{(char)ushort.Parse(escape.ValueSpan[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)}",
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        var itself => $"{itself}",
    };

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|.)")]
    private static partial Regex Escape();
}

/// <summary>A model of API Gateway, as far as a local run knows JSON Schema.</summary>
/// <param name="Types">Those that are allowed; empty for any.</param>
/// <param name="AllowsOthers">Whether an object may have properties that are not listed.</param>
/// <param name="Items">Of every element of an array; null for any.</param>
internal sealed record Model(
    ImmutableSortedSet<string> Types, ImmutableSortedDictionary<string, Model> Properties, ImmutableSortedSet<string> Required,
    bool AllowsOthers, Model? Items, int? MinItems, int? MaxItems);

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
    private static ImmutableSortedSet<string> Types(JsonNode? type) => type?.GetValue<string>() switch
    {
        null => [],
        // Every integer is a number.
        "number" => ["integer", "number"],
        var known and ("array" or "boolean" or "integer" or "null" or "object" or "string") => [known],
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
