using System.Collections.Immutable;
using System.Net;

namespace WorkoutLog.Local.Plan.Access;

/// <summary>One condition of a statement.</summary>
/// <param name="Operator">Such as <c>StringEquals</c>.</param>
/// <param name="Key">In lower case, as IAM does not tell the cases apart.</param>
internal sealed record GrantCondition(string Operator, string Key, ImmutableArray<string> Values)
{
    /// <summary>No value may fit, instead of one that must.</summary>
    public bool IsNegation => Operator.Contains("Not", StringComparison.Ordinal);

    private bool IsPattern => Operator is "StringLike" or "ArnLike" or "ArnEquals" or "StringNotLike" or "ArnNotLike" or "ArnNotEquals";

    private bool IsAddress => Operator is "IpAddress" or "NotIpAddress";

    /// <summary>Whether this holds wherever the other does. What can't be told counts as no.</summary>
    public bool Follows(GrantCondition other) => Key == other.Key && (Operator == other.Operator
        ? IsNegation
            ? Values.All(value => other.Values.Any(wider => Takes(wider, value)))
            : other.Values.All(value => Values.Any(wider => Takes(wider, value)))
        : Operator == "StringLike" && other.Operator == "StringEquals" && other.Values.All(value => Values.Any(wider => Takes(wider, value))));

    /// <summary>Whether no request meets both.</summary>
    public bool Excludes(GrantCondition other) =>
        Key == other.Key && Operator == other.Operator && Operator is "StringEquals" or "Bool" && !Values.Intersect(other.Values, StringComparer.Ordinal).Any();

    /// <summary>One condition for each value; a negation is about all of its values at once and stays whole.</summary>
    public IEnumerable<GrantCondition> PerValue() => IsNegation ? [this] : Values.Select(value => this with { Values = [value] });

    public bool Equals(GrantCondition? other) =>
        other is not null && Operator == other.Operator && Key == other.Key && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Operator, Key, Values.Length);

    public override string ToString() => $"{Key} {Operator} {string.Join(", ", Values)}";

    private bool Takes(string wider, string value) =>
        wider == value
        || (IsPattern && new Pattern(wider).Covers(new Pattern(value)))
        || (IsAddress && Network(wider) is { } network && Network(value) is { } part && network.PrefixLength <= part.PrefixLength && network.Contains(part.BaseAddress));

    private static IPNetwork? Network(string text) => IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
