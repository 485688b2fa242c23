namespace WorkoutLog.Local.Graph;

/// <summary>A policy as one line per statement: principal, actions, resources and conditions.</summary>
internal static class PolicyFacts
{
    public static IEnumerable<string> Of(string policy) => JsonNode.Parse(policy)!["Statement"]!.AsArray().Select(statement => OfStatement(statement!));

    public static string OfStatement(JsonNode statement) => string.Join(' ', Words(statement));

    /// <summary>All ARNs of a stack share region and account; only the rest differs.</summary>
    public static string WithoutAccount(string arn) => arn.Split(':', 6) is [_, _, var service, _, _, var name] ? $"{service}:{name}" : arn;

    private static IEnumerable<string> Words(JsonNode statement)
    {
        yield return $"{statement["Effect"]}";
        if (statement["Principal"] is { } principal)
        {
            yield return principal is JsonObject kinds ? string.Join(", ", kinds.SelectMany(kind => Texts(kind.Value)).Select(WithoutAccount)) : principal.ToString();
        }

        yield return string.Join(", ", Texts(statement["Action"]));
        if (statement["Resource"] is { } resource)
        {
            yield return $"on {string.Join(", ", Texts(resource).Select(WithoutAccount))}";
        }

        if (statement["Condition"] is JsonObject condition)
        {
            yield return $"if {string.Join(" and ", condition.SelectMany(test => (test.Value as JsonObject ?? []).Select(key => $"{key.Key} {test.Key} {string.Join(", ", Texts(key.Value))}")))}";
        }
    }

    private static IEnumerable<string> Texts(JsonNode? value) => value is JsonArray list ? list.Select(item => $"{item}") : [$"{value}"];
}
