namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <param name="Accepts">Whether a policy may hold this value.</param>
/// <param name="Fits">Whether what the policy holds (first) fits what the request has (second).</param>
public sealed record ConditionOperator(string Name, bool IsNegation, Func<string, bool> Accepts, Func<string, string, bool> Fits)
{
    private const int ArnParts = 6;

    /// <summary>Those that are evaluated, by name.</summary>
    public static FrozenDictionary<string, ConditionOperator> All { get; } = new ConditionOperator[]
    {
        new("ArnLike", IsNegation: false, value => value.Split(':').Length >= ArnParts, ArnLike),
        new("Bool", IsNegation: false, value => bool.TryParse(value, out _), (value, actual) => value.Equals(actual, StringComparison.OrdinalIgnoreCase)),
        // Of a key with several values; the others compare the one value of theirs.
        new("ForAllValues:StringEquals", IsNegation: false, _ => true, (value, actual) => value == actual),
        new("IpAddress", IsNegation: false, value => Network(value) is not null, IsWithin),
        new("NotIpAddress", IsNegation: true, value => Network(value) is not null, IsWithin),
        // "false" means that the request has the key.
        new("Null", IsNegation: false, value => value == "false", (_, _) => true),
        new("StringEquals", IsNegation: false, _ => true, (value, actual) => value == actual),
        new("StringLike", IsNegation: false, _ => true, (value, actual) => Wildcard.Matches(value, actual)),
        new("StringNotEquals", IsNegation: true, _ => true, (value, actual) => value == actual),
        new("StringNotLike", IsNegation: true, _ => true, (value, actual) => Wildcard.Matches(value, actual)),
    }.ToFrozenDictionary(known => known.Name, StringComparer.Ordinal);

    /// <param name="condition">With an operator out of <see cref="All"/>.</param>
    /// <param name="context">Without the key, the condition holds only where the operator is a negation.</param>
    public static bool Holds(PolicyCondition condition, ImmutableDictionary<string, string> context)
    {
        var known = All[condition.Operator];
        return known.IsNegation != (context.TryGetValue(condition.Key, out var actual)
            && actual.Split(ConditionKeys.Separator).All(part => condition.Values.Any(value => known.Fits(value, part))));
    }

    // Each part is compared for itself, so that a star does not reach beyond its part.
    private static bool ArnLike(string pattern, string arn)
    {
        var (patterns, parts) = (pattern.Split(':', ArnParts), arn.Split(':', ArnParts));
        return patterns.Length == parts.Length && patterns.Zip(parts).All(pair => Wildcard.Matches(pair.First, pair.Second));
    }

    private static bool IsWithin(string network, string address) => Network(network)!.Value.Contains(IPAddress.Parse(address));

    // An address alone is a network of one.
    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>The condition keys that a local run can tell the value of.</summary>
public static class ConditionKeys
{
    public const string SecureTransport = "aws:SecureTransport";
    public const string SourceIp = "aws:SourceIp";

    /// <summary>Of updates alone; to all other calls, what a policy allows by it is not allowed here.</summary>
    public const string Attributes = "dynamodb:Attributes";

    /// <summary>Between the values of a key that has several.</summary>
    public const char Separator = '\n';

    public static ImmutableHashSet<string> OfFunctions { get; } = Of(SecureTransport, Attributes);

    public static ImmutableHashSet<string> OfApi { get; } = Of(SecureTransport, SourceIp);

    // AWS gives these, or could give them, to the calls that a run authorises; keys of any other service are in none of those calls.
    private static readonly FrozenSet<string> _present =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "aws", "dynamodb", "ssm", "execute-api", "lambda");

    /// <summary>Without the key, AWS too would evaluate the condition without a value.</summary>
    public static bool IsAbsentAtAws(string key) => !_present.Contains(key.Split(':')[0]);

    private static ImmutableHashSet<string> Of(params ReadOnlySpan<string> keys) => ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, keys);
}
