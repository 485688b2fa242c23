using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <summary>Reads policy documents. What it can't evaluate it refuses: a part that is passed over would open or close a door unseen.</summary>
/// <param name="owner">Whose policy it is, for messages: <c>rolePolicy 'logs-put'</c>.</param>
/// <param name="isResourcePolicy">Such a policy names principals, an identity policy must not.</param>
/// <param name="keys">The condition keys whose values are known when the policy is evaluated.</param>
public sealed class PolicyReader(string owner, bool isResourcePolicy, ImmutableHashSet<string> keys)
{
    private const string SupportedVersion = "2012-10-17";
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="UserErrorException">The document is no policy, or has a part that a local run does not evaluate.</exception>
    public Policy Read(string document)
    {
        JsonObject policy;
        try
        {
            policy = AsObject(JsonNode.Parse(document, documentOptions: _strict), "The document");
        }
        catch (JsonException cause)
        {
            throw Refuse($"The document is not JSON: {cause.Message}");
        }

        CheckMembers(policy, "the document", "Version", "Id", "Statement");
        if (policy["Version"]?.ToString() != SupportedVersion)
        {
            throw Refuse($"Its version is '{policy["Version"]?.ToString() ?? "none"}'; a local run evaluates '{SupportedVersion}'.");
        }

        var statements = policy["Statement"] is JsonArray list ? list.ToArray() : [policy["Statement"]];
        return new Policy([.. statements.Select(statement => ReadStatement(AsObject(statement, "A statement")))]);
    }

    private Statement ReadStatement(JsonObject statement)
    {
        CheckMembers(statement, "a statement", "Sid", "Effect", "Principal", "Action", "Resource", "Condition");
        if (statement.ContainsKey("Principal") != isResourcePolicy)
        {
            throw Refuse(isResourcePolicy ? "A statement names no 'Principal'." : "An identity policy has no 'Principal'.");
        }

        var effect = statement["Effect"]?.ToString() switch
        {
            nameof(PolicyEffect.Allow) => PolicyEffect.Allow,
            nameof(PolicyEffect.Deny) => PolicyEffect.Deny,
            var other => throw Refuse($"The effect '{other ?? "none"}' is neither 'Allow' nor 'Deny'."),
        };
        var resources = Texts(statement["Resource"], "Resource");
        if (resources.FirstOrDefault(resource => resource != "*" && !resource.StartsWith("arn:", StringComparison.Ordinal)) is { } odd)
        {
            throw Refuse($"The resource '{odd}' is no ARN.");
        }

        return new Statement(
            effect,
            isResourcePolicy ? ReadPrincipals(statement["Principal"]) : [],
            Texts(statement["Action"], "Action"),
            resources,
            ReadConditions(statement["Condition"]));
    }

    private ImmutableArray<string> ReadPrincipals(JsonNode? principal)
    {
        if (principal is JsonValue)
        {
            return Texts(principal, "Principal");
        }

        var kinds = AsObject(principal, "'Principal'");
        CheckMembers(kinds, "'Principal'", "AWS", "Service");
        return [.. kinds.SelectMany(kind => Texts(kind.Value, kind.Key))];
    }

    private ImmutableArray<Condition> ReadConditions(JsonNode? conditions) => conditions is null
        ? []
        : [.. from operation in AsObject(conditions, "'Condition'")
              from key in AsObject(operation.Value, $"'{operation.Key}'")
              select ReadCondition(operation.Key, key.Key, Texts(key.Value, key.Key))];

    private Condition ReadCondition(string operation, string key, ImmutableArray<string> values)
    {
        if (!ConditionOperator.All.TryGetValue(operation, out var known))
        {
            throw Refuse($"A local run does not evaluate the condition operator '{operation}'.");
        }

        if (!keys.Contains(key) && !ConditionKeys.IsAbsentAtAws(key))
        {
            throw Refuse($"A local run does not know the value of the condition key '{key}'.");
        }

        return values.FirstOrDefault(value => !known.Accepts(value)) is { } odd
            ? throw Refuse($"'{odd}' is no value for '{operation}'.")
            : new Condition(known, key, values);
    }

    private ImmutableArray<string> Texts(JsonNode? node, string name)
    {
        ImmutableArray<string> texts = node switch
        {
            JsonArray { Count: > 0 } list when list.All(item => item is JsonValue) => [.. list.Select(item => item!.ToString())],
            JsonValue value => [value.ToString()],
            _ => throw Refuse($"'{name}' must be a text or a list of texts."),
        };
        return texts.FirstOrDefault(text => text.Contains("${", StringComparison.Ordinal)) is { } variable
            ? throw Refuse($"A local run does not evaluate policy variables: '{variable}'.")
            : texts;
    }

    private void CheckMembers(JsonObject node, string place, params string[] known)
    {
        if (node.Select(member => member.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw Refuse($"A local run does not evaluate '{unknown}' in {place}.");
        }
    }

    private JsonObject AsObject(JsonNode? node, string name) => node as JsonObject ?? throw Refuse($"{name} must be an object.");

    private UserErrorException Refuse(string reason) => new($"The policy of {owner} can't be enforced here. {reason}");
}
