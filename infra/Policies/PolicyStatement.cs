using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace WorkoutLog.Infra.Policies;

/// <summary>One statement of an IAM policy, in IAM's own member names.</summary>
public sealed record PolicyStatement
{
    [JsonPropertyOrder(0)]
    public required string Sid { get; init; }

    [JsonPropertyOrder(1)]
    public string Effect { get; init; } = "Allow";

    /// <summary>Kind of principal (<c>Service</c>, <c>AWS</c>) to its name. Left out of an identity policy.</summary>
    [JsonPropertyOrder(2)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableDictionary<string, string>? Principal { get; init; }

    [JsonPropertyOrder(3)]
    public required ImmutableArray<string> Action { get; init; }

    /// <summary>ARNs. Left out of a trust policy.</summary>
    [JsonPropertyOrder(4)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> Resource { get; init; }

    /// <summary>Operator (<c>Bool</c>) to key (<c>aws:SecureTransport</c>) to values; without any, the statement always counts.</summary>
    [JsonPropertyOrder(5)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableArray<string>>>? Condition { get; init; }
}
