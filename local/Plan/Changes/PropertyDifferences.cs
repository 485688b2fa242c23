namespace WorkoutLog.Local.Plan.Changes;

/// <summary>Compares inputs, member by member. Documents are compared by content, not by formatting.</summary>
internal static class PropertyDifferences
{
    // List elements are matched by these members, so that their order does not count.
    private static readonly ImmutableArray<string> _names = ["name", "ruleName", "attributeName", "regionName", "id"];

    public static ImmutableArray<PropertyChange> Between(JsonObject before, JsonObject after) => [.. Between(PropertyPath.Root, before, after)];

    private static IEnumerable<PropertyChange> Between(PropertyPath path, JsonNode? before, JsonNode? after)
    {
        return (before, after) switch
        {
            _ when JsonNode.DeepEquals(before, after) => [],
            (JsonObject old, JsonObject now) when Sum(old) is { } was && Sum(now) is { } isNow => was == isNow ? [] : [Whole()],
            (JsonObject old, JsonObject now) => Parts(old, now, path.Member),
            (JsonArray old, JsonArray now) when Named(old) is { } ofOld && Named(now) is { } ofNow => Parts(ofOld, ofNow, path.Element),
            (JsonArray { Count: > 0 } old, JsonArray now) when old.Count == now.Count && old[0] is JsonObject =>
                old.Zip(now).Index().SelectMany(pair => Between(path.Element(pair.Index.ToString(CultureInfo.InvariantCulture)), pair.Item.First, pair.Item.Second)),
            _ when GraphProperties.Document(before) is { } old && GraphProperties.Document(after) is { } now && JsonNode.DeepEquals(old, now) => [],
            _ => [Whole()],
        };

        PropertyChange Whole() => new(path, before?.DeepClone(), after?.DeepClone());
    }

    // Only an archive's content is deployed, not its local path.
    private static string? Sum(JsonObject value) => value.At("archive", "sha256")?.ToString();

    private static IEnumerable<PropertyChange> Parts(
        IEnumerable<KeyValuePair<string, JsonNode?>> before, IEnumerable<KeyValuePair<string, JsonNode?>> after, Func<string, PropertyPath> path) =>
        Counterparts.Of(before, after).SelectMany(part => Between(path(part.Name), part.Before, part.After));

    /// <returns>The elements by name; null unless all have distinct names.</returns>
    private static Dictionary<string, JsonNode?>? Named(JsonArray list) => _names
        .Select(name => list
            .OfType<JsonObject>()
            .Where(element => element[name] is JsonValue)
            .DistinctBy(element => $"{element[name]}")
            .ToDictionary(element => $"{element[name]}", element => (JsonNode?)element, StringComparer.Ordinal))
        .FirstOrDefault(named => named.Count == list.Count);
}

/// <summary>Pairs entries of the same name.</summary>
internal static class Counterparts
{
    /// <returns>In the order of the names; null on the side without the name.</returns>
    public static IEnumerable<(string Name, T? Before, T? After)> Of<T>(IEnumerable<KeyValuePair<string, T>> before, IEnumerable<KeyValuePair<string, T>> after)
    {
        var (old, now) = (before.ToDictionary(StringComparer.Ordinal), after.ToDictionary(StringComparer.Ordinal));
        return old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => (name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)));
    }
}
