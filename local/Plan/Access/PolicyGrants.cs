using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Plan.Access;

/// <summary>A policy in its smallest parts. Whatever a policy can say is read; what can't be weighed stays as a text of its own.</summary>
internal static class PolicyGrants
{
    private static readonly Pattern _everything = new("*");

    /// <param name="policy">A policy document; null for none, which says nothing.</param>
    public static ImmutableArray<Grant> Of(JsonObject? policy) => [.. Statements(policy).SelectMany(OfStatement)];

    /// <summary>The statements of a policy, which may be a single one outside a list.</summary>
    public static IEnumerable<JsonObject> Statements(JsonObject? policy) => policy?["Statement"] switch
    {
        JsonArray list => list.OfType<JsonObject>(),
        JsonObject single => [single],
        _ => [],
    };

    private static IEnumerable<Grant> OfStatement(JsonObject statement) =>
        from principal in Principals(statement)
        from action in Patterns(statement, "Action")
        from resource in Patterns(statement, "Resource")
        from conditions in Conditions(statement["Condition"] as JsonObject)
        select new Grant(statement["Effect"]?.ToString() == "Deny", principal, action, resource, conditions);

    private static IEnumerable<Pattern> Principals(JsonObject statement)
    {
        if (statement["NotPrincipal"] is { } others)
        {
            return [new Pattern(others.ToJsonString(), IsNegated: true)];
        }

        return statement["Principal"] switch
        {
            JsonObject kinds => kinds.SelectMany(kind => Texts(kind.Value).Select(text => Principal(kind.Key, text))),
            JsonValue => [_everything],
            _ => [_everything],
        };
    }

    // An account's number stands for its root. Kinds other than accounts and roles keep their name, so that none is taken for another.
    private static Pattern Principal(string kind, string text) => (kind, text) switch
    {
        ("AWS", "*") => _everything,
        ("AWS", _) when text.All(char.IsAsciiDigit) => new Pattern($"arn:aws:iam::{text}:root"),
        ("AWS", _) => new Pattern(text),
        _ => new Pattern($"{kind}:{text}"),
    };

    private static IEnumerable<Pattern> Patterns(JsonObject statement, string member)
    {
        if (statement[$"Not{member}"] is { } others)
        {
            return [new Pattern(string.Join(' ', Texts(others).Order(StringComparer.Ordinal)), IsNegated: true)];
        }

        return statement[member] is { } named ? Texts(named).Select(text => new Pattern(text)) : [_everything];
    }

    private static IEnumerable<ImmutableArray<GrantCondition>> Conditions(JsonObject? operators) =>
        (operators ?? [])
            .SelectMany(operation => (operation.Value as JsonObject ?? [])
                .Select(key => new GrantCondition(operation.Key, key.Key.ToLowerInvariant(), [.. Texts(key.Value)])))
            .Aggregate(
                (IEnumerable<ImmutableArray<GrantCondition>>)[[]],
                (all, condition) => all.SelectMany(sofar => condition.PerValue().Select(one => sofar.Add(one))));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.Select(item => $"{item}"),
        null => [],
        _ => [node.ToString()],
    };
}
