namespace WorkoutLog.Local.Graph;

/// <summary>Reads properties of a resource, whatever the CLR type of its numbers.</summary>
internal static class GraphProperties
{
    /// <summary>The output in which the AWS provider shows its default tags together with a resource's own.</summary>
    public const string AllTags = "tagsAll";

    /// <summary>The tags at AWS, with those of <c>aws:defaultTags</c>; null for a resource without tags, or with a list of pairs.</summary>
    public static JsonObject? Tags(this GraphResource resource) => (resource.Outputs[AllTags] ?? resource.Inputs["tags"]) as JsonObject;

    /// <param name="path">Names of members, outermost first.</param>
    public static JsonNode? At(this JsonObject properties, params string[] path) =>
        path.Aggregate((JsonNode?)properties, (node, name) => (node as JsonObject)?[name]);

    /// <returns>Null if it is absent or not a text.</returns>
    public static string? Text(this JsonObject properties, string name) => properties[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <returns>The value as text; empty if it is absent.</returns>
    public static string Word(this JsonObject properties, params string[] path) => $"{properties.At(path)}";

    /// <returns>The items of a list, or a single text in its place.</returns>
    public static IEnumerable<string> Texts(this JsonObject properties, string name) => properties[name] switch
    {
        JsonArray list => list.Select(item => $"{item}"),
        JsonValue text => [text.ToString()],
        _ => [],
    };

    public static double? Number(this JsonObject properties, params string[] path) => Number(properties.At(path));

    public static double? Number(JsonNode? node) =>
        double.TryParse($"{node}", NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Integer(this JsonObject properties, string name) => (int?)properties.Number(name);

    public static bool Flag(this JsonObject properties, params string[] path) => properties.Word(path) == "true";

    public static IEnumerable<JsonObject> Objects(this JsonObject properties, string name) =>
        properties[name] is JsonArray list ? list.OfType<JsonObject>() : [];

    /// <returns>The JSON document that an input holds as a text: a policy, a dashboard's body, the API's description; null for any other text.</returns>
    public static JsonObject? Document(this JsonObject properties, params string[] path) => Document(properties.At(path));

    /// <inheritdoc cref="Document(JsonObject, string[])"/>
    public static JsonObject? Document(JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text) || !text.AsSpan().TrimStart().StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
