using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkoutLog.Infra.Policies;

/// <summary>Reads and writes policies as JSON. Covers IAM's whole grammar and rejects everything else, because an ignored member could change permissions unnoticed.</summary>
public static class PolicyJson
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    public static string Write(PolicyDocument document) => new JsonObject
    {
        ["Version"] = document.Version,
        ["Statement"] = new JsonArray([.. document.Statement.Select(Write)]),
    }.ToJsonString();

    /// <exception cref="FormatException">The text is not a policy.</exception>
    public static PolicyDocument Read(string text)
    {
        try
        {
            return Read(Object(JsonNode.Parse(text, documentOptions: _strict), "The document"));
        }
        catch (JsonException cause)
        {
            throw new FormatException($"The document is not JSON: {cause.Message}", cause);
        }
    }

    private static PolicyDocument Read(JsonObject document)
    {
        CheckMembers(document, "the document", "Version", "Id", "Statement");
        var statements = document["Statement"] is JsonArray list ? list.ToArray() : [document["Statement"]];
        return new PolicyDocument
        {
            Version = document["Version"]?.ToString(),
            Statement = [.. statements.Select(statement => ReadStatement(Object(statement, "A statement")))],
        };
    }

    private static PolicyStatement ReadStatement(JsonObject statement)
    {
        CheckMembers(
            statement,
            "a statement",
            "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition");
        return new PolicyStatement
        {
            Sid = statement["Sid"]?.ToString(),
            Effect = statement["Effect"]?.ToString() switch
            {
                nameof(PolicyEffect.Allow) => PolicyEffect.Allow,
                nameof(PolicyEffect.Deny) => PolicyEffect.Deny,
                var other => throw new FormatException($"The effect '{other ?? "none"}' is neither 'Allow' nor 'Deny'."),
            },
            Principal = Principals(statement, "Principal"),
            NotPrincipal = Principals(statement, "NotPrincipal"),
            Action = Texts(statement, "Action"),
            NotAction = Texts(statement, "NotAction"),
            Resource = Texts(statement, "Resource"),
            NotResource = Texts(statement, "NotResource"),
            Condition = statement["Condition"] is not { } conditions
                ? []
                : [.. from operation in Object(conditions, "'Condition'")
                      from key in Object(operation.Value, $"'{operation.Key}'")
                      select new PolicyCondition(operation.Key, key.Key, Texts(key.Value, key.Key))],
        };
    }

    private static ImmutableArray<PolicyPrincipal> Principals(JsonObject statement, string member)
    {
        if (statement[member] is JsonValue value && value.ToString() == PolicyPrincipal.Everybody.Name)
        {
            return [PolicyPrincipal.Everybody];
        }

        if (!statement.ContainsKey(member))
        {
            return [];
        }

        var kinds = Object(statement[member], $"'{member}'");
        CheckMembers(kinds, $"'{member}'", "AWS", "Service", "Federated", "CanonicalUser");
        return [.. kinds.SelectMany(kind => Texts(kind.Value, kind.Key).Select(name => new PolicyPrincipal(kind.Key, name)))];
    }

    private static ImmutableArray<string> Texts(JsonObject statement, string member) =>
        statement.ContainsKey(member) ? Texts(statement[member], member) : [];

    private static ImmutableArray<string> Texts(JsonNode? node, string name) => node switch
    {
        JsonArray { Count: > 0 } list when list.All(item => item is JsonValue) => [.. list.Select(item => item!.ToString())],
        JsonValue value => [value.ToString()],
        _ => throw new FormatException($"'{name}' must be a string or a list of strings."),
    };

    private static JsonObject Object(JsonNode? node, string name) => node as JsonObject ?? throw new FormatException($"{name} must be an object.");

    private static void CheckMembers(JsonObject node, string place, params string[] known)
    {
        if (node.Select(member => member.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new FormatException($"'{unknown}' is not valid in {place}.");
        }
    }

    private static JsonNode Write(PolicyStatement statement)
    {
        var json = new JsonObject();
        if (statement.Sid is not null)
        {
            json["Sid"] = statement.Sid;
        }

        json["Effect"] = statement.Effect.ToString();
        Add(json, "Principal", statement.Principal);
        Add(json, "NotPrincipal", statement.NotPrincipal);
        Add(json, "Action", statement.Action);
        Add(json, "NotAction", statement.NotAction);
        Add(json, "Resource", statement.Resource);
        Add(json, "NotResource", statement.NotResource);
        if (!statement.Condition.IsEmpty)
        {
            json["Condition"] = new JsonObject(statement.Condition
                .GroupBy(condition => condition.Operator)
                .OrderBy(operation => operation.Key, StringComparer.Ordinal)
                .Select(operation => KeyValuePair.Create<string, JsonNode?>(operation.Key, new JsonObject(operation
                    .OrderBy(condition => condition.Key, StringComparer.Ordinal)
                    .Select(condition => KeyValuePair.Create<string, JsonNode?>(condition.Key, List(condition.Values)))))));
        }

        return json;
    }

    private static void Add(JsonObject json, string member, ImmutableArray<PolicyPrincipal> principals)
    {
        if (!principals.IsEmpty)
        {
            json[member] = new JsonObject(principals.GroupBy(principal => principal.Kind, principal => principal.Name).Select(kind =>
                KeyValuePair.Create<string, JsonNode?>(kind.Key, kind.Count() == 1 ? kind.Single() : List(kind))));
        }
    }

    private static void Add(JsonObject json, string member, ImmutableArray<string> texts)
    {
        if (!texts.IsEmpty)
        {
            json[member] = List(texts);
        }
    }

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
