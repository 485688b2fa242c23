using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Plan.Documents;

/// <param name="Text">Begins with the property, such as <c>items[].notes: …</c>.</param>
internal sealed record SchemaDifference(Sign Sign, string Text, bool Breaks);

/// <summary>
/// Compares two schemas. A request breaks when less is taken than before; an answer breaks when it holds less, or something else.
/// </summary>
internal static class SchemaDifferences
{
    // What gets narrower when it gets smaller, and when it gets larger.
    private static readonly FrozenSet<string> _most = FrozenSet.Create(StringComparer.Ordinal, "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static readonly FrozenSet<string> _least = FrozenSet.Create(StringComparer.Ordinal, "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static readonly ImmutableArray<string> _forms = ["pattern", "format", "multipleOf", "uniqueItems"];

    public static ImmutableArray<SchemaDifference> Between(ApiDocument before, JsonNode? old, ApiDocument after, JsonNode? now, bool isRequest) =>
        [.. new Comparison(before, after, isRequest).Between("", old, now, [])];

    private sealed class Comparison(ApiDocument before, ApiDocument after, bool isRequest)
    {
        /// <param name="above">The references that led here: a schema may hold itself.</param>
        public IEnumerable<SchemaDifference> Between(string place, JsonNode? old, JsonNode? now, ImmutableHashSet<string> above)
        {
            var references = $"{old?["$ref"]} {now?["$ref"]}";
            if (references.Length > 1 && above.Contains(references))
            {
                return [];
            }

            var (was, isNow) = (before.Resolve(old), after.Resolve(now));
            var below = references.Length > 1 ? above.Add(references) : above;
            return Values(place, was, isNow)
                .Concat(Properties(place, was, isNow, below))
                .Concat(was["items"] is not null && isNow["items"] is not null ? Between($"{place}[]", was["items"], isNow["items"], below) : []);
        }

        private IEnumerable<SchemaDifference> Values(string place, JsonObject was, JsonObject isNow)
        {
            var (types, newTypes) = (Texts(was["type"]), Texts(isNow["type"]));
            if (!types.SetEquals(newTypes))
            {
                // No type takes any. A request may be given more freedom, an answer may take some back.
                var wider = newTypes.Count == 0 || (types.Count > 0 && types.IsSubsetOf(newTypes));
                var narrower = types.Count == 0 || (newTypes.Count > 0 && newTypes.IsSubsetOf(types));
                yield return Changed(place, "type", Shown(was["type"]), Shown(isNow["type"]), breaks: isRequest ? !wider : !narrower);
            }

            var (values, newValues) = (Texts(was["enum"]), Texts(isNow["enum"]));
            if (!values.SetEquals(newValues))
            {
                var wider = newValues.Count == 0 || (values.Count > 0 && values.IsSubsetOf(newValues));
                yield return Changed(place, "enum", Shown(was["enum"]), Shown(isNow["enum"]), breaks: isRequest && !wider);
            }

            foreach (var name in _most.Concat(_least).Concat(_forms).Order(StringComparer.Ordinal).Where(name => !JsonNode.DeepEquals(was[name], isNow[name])))
            {
                yield return Changed(place, name, Shown(was[name]), Shown(isNow[name]), breaks: isRequest && IsNarrower(name, was[name], isNow[name]));
            }
        }

        private IEnumerable<SchemaDifference> Properties(string place, JsonObject was, JsonObject isNow, ImmutableHashSet<string> above)
        {
            var (properties, newProperties) = (was["properties"] as JsonObject ?? [], isNow["properties"] as JsonObject ?? []);
            var (required, newRequired) = (Texts(was["required"]), Texts(isNow["required"]));
            var isClosed = isNow["additionalProperties"]?.GetValueKind() == JsonValueKind.False;
            foreach (var name in properties.Select(one => one.Key).Union(newProperties.Select(one => one.Key)).Union(required).Union(newRequired).Order(StringComparer.Ordinal))
            {
                var at = place.Length == 0 ? name : $"{place}.{name}";
                var mustBe = newRequired.Contains(name);
                if (!newProperties.ContainsKey(name) && properties.ContainsKey(name))
                {
                    yield return new SchemaDifference(Sign.Removed, at, Breaks: !isRequest || isClosed);
                }
                else if (!properties.ContainsKey(name) && newProperties.ContainsKey(name))
                {
                    yield return new SchemaDifference(Sign.Added, mustBe ? $"{at}, required" : at, Breaks: isRequest && mustBe);
                }
                else
                {
                    if (required.Contains(name) != mustBe)
                    {
                        yield return new SchemaDifference(Sign.Changed, $"{at} {(mustBe ? "is now required" : "is no longer required")}", Breaks: isRequest == mustBe);
                    }

                    foreach (var difference in Between(at, properties[name], newProperties[name], above))
                    {
                        yield return difference;
                    }
                }
            }
        }

        private static SchemaDifference Changed(string place, string what, string from, string to, bool breaks) =>
            new(Sign.Changed, $"{(place.Length == 0 ? "" : $"{place} ")}{what} {from} → {to}", breaks);
    }

    private static bool IsNarrower(string name, JsonNode? was, JsonNode? isNow) => isNow is not null
        && (was is null || (_most.Contains(name) ? Number(isNow) < Number(was) : !_least.Contains(name) || Number(isNow) > Number(was)));

    private static double Number(JsonNode node) => node.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>() : double.NaN;

    private static HashSet<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.Select(item => $"{item}")],
        null => [],
        _ => [node.ToString()],
    };

    private static string Shown(JsonNode? node) => node switch
    {
        null => "none",
        JsonArray list => string.Join(" or ", list.Select(item => $"{item}")),
        _ => node.ToString(),
    };
}
