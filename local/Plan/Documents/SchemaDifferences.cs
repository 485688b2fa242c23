namespace WorkoutLog.Local.Plan.Documents;

/// <summary>
/// Compares two schemas. A request breaks when less is accepted than before; an answer breaks when it has less, or something else. A
/// difference begins with its property, such as <c>items[].notes type string → integer</c>.
/// </summary>
internal static class SchemaDifferences
{
    // Limits that get narrower when they get smaller, and when they get larger.
    private static readonly ImmutableArray<string> _most = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
    private static readonly ImmutableArray<string> _least = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
    private static readonly ImmutableArray<string> _forms = ["pattern", "format", "multipleOf", "uniqueItems"];

    public static IEnumerable<DocumentLine> Between(ApiDocument before, JsonNode? old, ApiDocument after, JsonNode? now, bool isRequest) =>
        new Schemas(before, after, isRequest).Between("", old, now, []);

    private sealed class Schemas(ApiDocument before, ApiDocument after, bool isRequest)
    {
        /// <param name="above">The references that led here: a schema may contain itself.</param>
        public IEnumerable<DocumentLine> Between(string place, JsonNode? old, JsonNode? now, ImmutableHashSet<string> above)
        {
            var references = $"{old?["$ref"]} {now?["$ref"]}";
            if (references.Length > 1 && above.Contains(references))
            {
                return [];
            }

            var (was, isNow) = (before.Resolve(old), after.Resolve(now));
            var below = references.Length > 1 ? above.Add(references) : above;
            return
            [
                .. Values(place, was, isNow),
                .. Properties(place, was, isNow, below),
                .. was["items"] is not null && isNow["items"] is not null ? Between($"{place}[]", was["items"], isNow["items"], below) : [],
            ];
        }

        private IEnumerable<DocumentLine> Values(string place, JsonObject was, JsonObject isNow)
        {
            // A request schema may get wider, an answer's narrower.
            if (!Accepts(was, isNow, "type") || !Accepts(isNow, was, "type"))
            {
                yield return Changed("type", breaks: isRequest ? !Accepts(isNow, was, "type") : !Accepts(was, isNow, "type"));
            }

            if (!Accepts(was, isNow, "enum") || !Accepts(isNow, was, "enum"))
            {
                yield return Changed("enum", breaks: isRequest && !Accepts(isNow, was, "enum"));
            }

            foreach (var name in _most.Concat(_least).Concat(_forms).Order(StringComparer.Ordinal).Where(name => !JsonNode.DeepEquals(was[name], isNow[name])))
            {
                yield return Changed(name, breaks: isRequest && IsNarrower(name, was, isNow));
            }

            DocumentLine Changed(string name, bool breaks) =>
                new(Sign.Changed, $"{(place.Length == 0 ? "" : $"{place} ")}{name} {Shown(was[name])} → {Shown(isNow[name])}", breaks);
        }

        private IEnumerable<DocumentLine> Properties(string place, JsonObject was, JsonObject isNow, ImmutableHashSet<string> above)
        {
            var (properties, newProperties) = (was["properties"] as JsonObject ?? [], isNow["properties"] as JsonObject ?? []);
            var (required, newRequired) = (was.Texts("required").ToHashSet(), isNow.Texts("required").ToHashSet());
            var isClosed = isNow.Word("additionalProperties") == "false";
            foreach (var name in properties.Concat(newProperties).Select(one => one.Key).Union(required).Union(newRequired).Order(StringComparer.Ordinal))
            {
                var at = place.Length == 0 ? name : $"{place}.{name}";
                var mustBe = newRequired.Contains(name);
                if (!newProperties.ContainsKey(name) && properties.ContainsKey(name))
                {
                    yield return new(Sign.Removed, at, Breaks: !isRequest || isClosed);
                }
                else if (!properties.ContainsKey(name) && newProperties.ContainsKey(name))
                {
                    yield return new(Sign.Added, mustBe ? $"{at}, required" : at, Breaks: isRequest && mustBe);
                }
                else
                {
                    if (required.Contains(name) != mustBe)
                    {
                        yield return new(Sign.Changed, $"{at} {(mustBe ? "is now required" : "is no longer required")}", Breaks: isRequest == mustBe);
                    }

                    foreach (var difference in Between(at, properties[name], newProperties[name], above))
                    {
                        yield return difference;
                    }
                }
            }
        }
    }

    // Whether one schema accepts every type, or every value, that the other does; without a list it accepts all.
    private static bool Accepts(JsonObject one, JsonObject other, string list) =>
        !one.Texts(list).Any() || (other.Texts(list).Any() && !other.Texts(list).Except(one.Texts(list)).Any());

    private static bool IsNarrower(string name, JsonObject was, JsonObject isNow) => isNow[name] is not null
        && (was[name] is null || (_most.Contains(name) ? isNow.Number(name) < was.Number(name) : !_least.Contains(name) || isNow.Number(name) > was.Number(name)));

    private static string Shown(JsonNode? node) => node switch
    {
        null => "none",
        JsonArray list => string.Join(" or ", list.Select(item => $"{item}")),
        _ => node.ToString(),
    };
}
