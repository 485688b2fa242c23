using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Plan.Changes;

/// <summary>Compares inputs, member by member. Documents count as what they say, not as how they are written.</summary>
internal static class PropertyDifferences
{
    // What tells the elements of a list apart, so that a list is compared by what its elements are and not by where they stand.
    private static readonly ImmutableArray<string> _names = ["name", "ruleName", "attributeName", "regionName", "id"];

    public static ImmutableArray<PropertyChange> Between(JsonObject before, JsonObject after) => [.. Between(PropertyPath.Root, before, after)];

    private static IEnumerable<PropertyChange> Between(PropertyPath path, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return [];
        }

        return (before, after) switch
        {
            (JsonObject old, JsonObject now) when Sum(old) is { } was && Sum(now) is { } isNow =>
                was == isNow ? [] : [new PropertyChange(path, before.DeepClone(), after.DeepClone())],
            (JsonObject, JsonObject) => Members(path, before.AsObject(), after.AsObject()),
            (JsonArray old, JsonArray now) when Named(old) is { } ofOld && Named(now) is { } ofNow => Elements(path, ofOld, ofNow),
            (JsonArray { Count: > 0 } old, JsonArray now) when old.Count == now.Count && old[0] is JsonObject => Places(path, old, now),
            _ when JsonDocuments.Parse(before) is { } old && JsonDocuments.Parse(after) is { } now && JsonNode.DeepEquals(old, now) => [],
            _ => [new PropertyChange(path, before?.DeepClone(), after?.DeepClone())],
        };
    }

    // Of an archive only its content goes to AWS, not where it stands here.
    private static string? Sum(JsonObject value) => (value["archive"] as JsonObject)?["sha256"]?.ToString();

    private static IEnumerable<PropertyChange> Members(PropertyPath path, JsonObject before, JsonObject after) =>
        before.Select(member => member.Key)
            .Union(after.Select(member => member.Key), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(name => Between(path.Member(name), before[name], after[name]));

    private static IEnumerable<PropertyChange> Elements(
        PropertyPath path, ImmutableDictionary<string, JsonNode> before, ImmutableDictionary<string, JsonNode> after) =>
        before.Keys
            .Union(after.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(name => Between(path.Element(name), before.GetValueOrDefault(name), after.GetValueOrDefault(name)));

    private static IEnumerable<PropertyChange> Places(PropertyPath path, JsonArray before, JsonArray after) =>
        Enumerable.Range(0, before.Count)
            .SelectMany(index => Between(path.Element(index.ToString(CultureInfo.InvariantCulture)), before[index], after[index]));

    /// <returns>The elements by their names; null when they have none, or not all a different one.</returns>
    private static ImmutableDictionary<string, JsonNode>? Named(JsonArray list)
    {
        foreach (var name in _names)
        {
            var named = list
                .OfType<JsonObject>()
                .Where(element => element[name] is JsonValue)
                .GroupBy(element => element[name]!.ToString(), StringComparer.Ordinal)
                .ToArray();
            if (named.Length == list.Count)
            {
                return named.ToImmutableDictionary(element => element.Key, element => (JsonNode)element.First(), StringComparer.Ordinal);
            }
        }

        return null;
    }
}
