namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <param name="Accepts">Whether a policy may contain this value.</param>
/// <param name="Fits">Whether the policy's value (first) matches the request's value (second).</param>
public sealed record ConditionOperator(string Name, bool IsNegation, Func<string, bool> Accepts, Func<string, string, bool> Fits)
{
    private const int ArnParts = 6;

    /// <summary>The supported operators, by name.</summary>
    public static FrozenDictionary<string, ConditionOperator> All { get; } = new ConditionOperator[]
    {
        new("ArnLike", IsNegation: false, value => value.Split(':').Length >= ArnParts, ArnLike),
        new("Bool", IsNegation: false, value => bool.TryParse(value, out _), (value, actual) => value.Equals(actual, StringComparison.OrdinalIgnoreCase)),
        // For multi-valued keys; the other operators compare a single value.
        new("ForAllValues:StringEquals", IsNegation: false, _ => true, (value, actual) => value == actual),
        new("IpAddress", IsNegation: false, value => Network(value) is not null, IsWithin),
        new("NotIpAddress", IsNegation: true, value => Network(value) is not null, IsWithin),
        // "false" requires the key to be present.
        new("Null", IsNegation: false, value => value == "false", (_, _) => true),
        new("StringEquals", IsNegation: false, _ => true, (value, actual) => value == actual),
        new("StringLike", IsNegation: false, _ => true, (value, actual) => Wildcard.Matches(value, actual)),
        new("StringNotEquals", IsNegation: true, _ => true, (value, actual) => value == actual),
        new("StringNotLike", IsNegation: true, _ => true, (value, actual) => Wildcard.Matches(value, actual)),
    }.ToFrozenDictionary(known => known.Name, StringComparer.Ordinal);

    /// <param name="condition">Its operator must be in <see cref="All"/>.</param>
    /// <param name="context">If the key is absent, only a negated operator holds.</param>
    public static bool Holds(PolicyCondition condition, ImmutableDictionary<string, string> context)
    {
        var known = All[condition.Operator];
        return known.IsNegation != (context.TryGetValue(condition.Key, out var actual)
            && actual.Split(ConditionKeys.Separator).All(part => condition.Values.Any(value => known.Fits(value, part))));
    }

    // Each part is compared separately, so that a star does not match across parts.
    private static bool ArnLike(string pattern, string arn)
    {
        var (patterns, parts) = (pattern.Split(':', ArnParts), arn.Split(':', ArnParts));
        return patterns.Length == parts.Length && patterns.Zip(parts).All(pair => Wildcard.Matches(pair.First, pair.Second));
    }

    private static bool IsWithin(string network, string address) => Network(network)!.Value.Contains(IPAddress.Parse(address));

    // A plain address is a network of one.
    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>The condition keys whose values a local run knows.</summary>
public static class ConditionKeys
{
    public const string SecureTransport = "aws:SecureTransport";
    public const string SourceIp = "aws:SourceIp";

    /// <summary>Known for updates only; a policy that allows other calls by this key does not allow them here.</summary>
    public const string Attributes = "dynamodb:Attributes";

    /// <summary>Separates the values of a multi-valued key.</summary>
    public const char Separator = '\n';

    public static ImmutableHashSet<string> OfFunctions { get; } = Of(SecureTransport, Attributes);

    public static ImmutableHashSet<string> OfApi { get; } = Of(SecureTransport, SourceIp);

    // AWS may set keys with these prefixes on the calls that a run authorises; it never sets keys of other services there.
    private static readonly FrozenSet<string> _present =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "aws", "dynamodb", "ssm", "execute-api", "lambda");

    /// <summary>Whether AWS would also evaluate the condition without a value.</summary>
    public static bool IsAbsentAtAws(string key) => !_present.Contains(key.Split(':')[0]);

    private static ImmutableHashSet<string> Of(params ReadOnlySpan<string> keys) => ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, keys);
}
