namespace WorkoutLog.Local.Runner.Pipes;

/// <summary>An EventBridge event pattern with exact values, <c>prefix</c> and <c>exists</c>, nested like the events.</summary>
public sealed class EventPattern
{
    private readonly ImmutableArray<(string Name, Func<JsonNode?, bool> Matches)> _members;

    private EventPattern(JsonObject pattern, string owner) => _members = [.. pattern.Select(member => (member.Key, Test(member.Value, owner)))];

    /// <param name="owner">Owner of the pattern, for messages.</param>
    /// <exception cref="UserErrorException">It is not a pattern, or has an operator that a local run does not evaluate.</exception>
    public static EventPattern Read(string text, string owner)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject { Count: > 0 } pattern ? new EventPattern(pattern, owner) : throw Refuse(owner, "must be a JSON object with at least one member", text);
        }
        catch (JsonException)
        {
            throw Refuse(owner, "must be JSON", text);
        }
    }

    public bool Matches(JsonNode? node)
    {
        var value = node as JsonObject;
        return _members.All(member => member.Matches(value?[member.Name]));
    }

    private static Func<JsonNode?, bool> Test(JsonNode? pattern, string owner) => pattern switch
    {
        JsonObject { Count: > 0 } nested => new EventPattern(nested, owner).Matches,
        JsonArray { Count: > 0 } alternatives => AnyOf([.. alternatives.Select(alternative => Alternative(alternative, owner))]),
        _ => throw Refuse(owner, "must have an object or a list of alternatives for each member", $"{pattern?.ToJsonString() ?? "null"}"),
    };

    // For a list in the event, one matching element is enough.
    private static Func<JsonNode?, bool> AnyOf(ImmutableArray<Func<JsonNode?, bool>> alternatives) => value =>
        value is JsonArray list ? list.Any(item => alternatives.Any(matches => matches(item))) : alternatives.Any(matches => matches(value));

    private static Func<JsonNode?, bool> Alternative(JsonNode? alternative, string owner) => alternative switch
    {
        JsonValue literal => value => JsonNode.DeepEquals(literal, value),
        JsonObject { Count: 1 } operation => (operation.First().Key, operation.First().Value) switch
        {
            ("exists", JsonValue flag) when flag.TryGetValue<bool>(out var wanted) => value => value is not null == wanted,
            ("prefix", JsonValue text) when text.TryGetValue<string>(out var prefix) =>
                value => value is JsonValue actual && actual.TryGetValue<string>(out var whole) && whole.StartsWith(prefix, StringComparison.Ordinal),
            _ => throw Refuse(owner, "must use exact values, prefix or exists; a local run evaluates no other operator", operation.ToJsonString()),
        },
        _ => throw Refuse(owner, "must use exact values, prefix or exists", $"{alternative?.ToJsonString() ?? "null"}"),
    };

    private static UserErrorException Refuse(string owner, string constraint, string text) => new($"The filter pattern of {owner} {constraint}; got {text}.");
}
