using System.Net;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Local.Plan.Access;

/// <summary>The smallest part of a policy: one principal, one action, one resource, one value of each condition.</summary>
/// <param name="Principal">Everybody in an identity policy, which applies to its own role.</param>
/// <param name="Action">As written; IAM ignores case.</param>
internal sealed record Grant(bool IsDenial, Pattern Principal, Pattern Action, Pattern Resource, ImmutableArray<PolicyCondition> Conditions)
{
    private static readonly Pattern _everything = new("*");

    /// <param name="input">The text of a policy; anything else grants nothing.</param>
    /// <exception cref="UserErrorException">The text is not a policy.</exception>
    public static ImmutableArray<Grant> Of(JsonNode? input)
    {
        try
        {
            return input is JsonValue value && value.TryGetValue<string>(out var text) ? Of(PolicyJson.Read(text)) : [];
        }
        catch (FormatException cause)
        {
            throw new UserErrorException($"A policy can't be compared. {cause.Message}");
        }
    }

    public static ImmutableArray<Grant> Of(PolicyDocument policy) =>
    [
        .. from statement in policy.Statement
           from principal in Principals(statement)
           from action in Patterns(statement.Action, statement.NotAction)
           from resource in Patterns(statement.Resource, statement.NotResource)
           from conditions in ConditionsOf(statement)
           select new Grant(statement.Effect == PolicyEffect.Deny, principal, action, resource, conditions),
    ];

    /// <summary>Whether this grant includes all of the other. Undecidable cases count as not covered.</summary>
    public bool Covers(Grant other) =>
        Principal.Covers(other.Principal)
        && Action.InLowerCase().Covers(other.Action.InLowerCase())
        && Resource.Covers(other.Resource)
        && Conditions.All(condition => other.Conditions.Any(stronger => Follows(condition, stronger)));

    /// <summary>Whether a request can match both. Undecidable cases count as yes.</summary>
    public bool Overlaps(Grant other) =>
        Principal.Overlaps(other.Principal)
        && Action.InLowerCase().Overlaps(other.Action.InLowerCase())
        && Resource.Overlaps(other.Resource)
        && !Conditions.Any(condition => other.Conditions.Any(second => Excludes(condition, second)));

    private static IEnumerable<Pattern> Principals(PolicyStatement statement) =>
        !statement.NotPrincipal.IsEmpty ? [Negated(statement.NotPrincipal.Select(principal => Named(principal).Text))]
        : statement.Principal.IsEmpty ? [_everything]
        : statement.Principal.Select(Named);

    // An account's number stands for its root. Other kinds keep their prefix, so that they stay distinct.
    private static Pattern Named(PolicyPrincipal principal) => principal switch
    {
        { Kind: "AWS", Name: var name } when name.All(char.IsAsciiDigit) => new Pattern(PolicyPrincipal.Account(name).Name),
        { Kind: "AWS", Name: var name } => new Pattern(name),
        _ => new Pattern($"{principal.Kind}:{principal.Name}"),
    };

    private static IEnumerable<Pattern> Patterns(ImmutableArray<string> named, ImmutableArray<string> others) =>
        !others.IsEmpty ? [Negated(others)] : named.IsEmpty ? [_everything] : named.Select(text => new Pattern(text));

    private static Pattern Negated(IEnumerable<string> texts) => new(string.Join(' ', texts.Order(StringComparer.Ordinal)), IsNegated: true);

    // One condition for each value; a negation applies to all of its values together and is not split. Keys are case-insensitive.
    private static IEnumerable<ImmutableArray<PolicyCondition>> ConditionsOf(PolicyStatement statement) => statement.Condition
        .Select(condition => condition with { Key = condition.Key.ToLowerInvariant() })
        .Aggregate(
            (IEnumerable<ImmutableArray<PolicyCondition>>)[[]],
            (all, condition) => all.SelectMany(sofar => IsNegation(condition)
                ? [sofar.Add(condition)]
                : condition.Values.Select(value => sofar.Add(condition with { Values = [value] }))));

    private static bool IsNegation(PolicyCondition condition) => condition.Operator.Contains("Not", StringComparison.Ordinal);

    // Whether the first holds wherever the other does. Undecidable cases count as no.
    private static bool Follows(PolicyCondition one, PolicyCondition other) => one.Key == other.Key && (one.Operator == other.Operator
        ? IsNegation(one)
            ? one.Values.All(value => other.Values.Any(wider => Matches(one.Operator, wider, value)))
            : other.Values.All(value => one.Values.Any(wider => Matches(one.Operator, wider, value)))
        : one.Operator == "StringLike" && other.Operator == "StringEquals" && other.Values.All(value => one.Values.Any(wider => Matches(one.Operator, wider, value))));

    // Whether no request meets both.
    private static bool Excludes(PolicyCondition one, PolicyCondition other) =>
        one.Key == other.Key && one.Operator == other.Operator && one.Operator is "StringEquals" or "Bool"
        && !one.Values.Intersect(other.Values, StringComparer.Ordinal).Any();

    private static bool Matches(string operation, string wider, string value) =>
        wider == value || operation switch
        {
            "StringLike" or "ArnLike" or "ArnEquals" or "StringNotLike" or "ArnNotLike" or "ArnNotEquals" => new Pattern(wider).Covers(new Pattern(value)),
            "IpAddress" or "NotIpAddress" =>
                Network(wider) is { } network && Network(value) is { } part && network.PrefixLength <= part.PrefixLength && network.Contains(part.BaseAddress),
            _ => false,
        };

    private static IPNetwork? Network(string text) => IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
