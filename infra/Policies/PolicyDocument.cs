using System.Collections.Immutable;

namespace WorkoutLog.Infra.Policies;

/// <summary>An IAM policy, to write, evaluate and compare; <see cref="PolicyJson"/> converts it to and from JSON.</summary>
public sealed record PolicyDocument
{
    public const string CurrentVersion = "2012-10-17";

    /// <summary>Null if absent, which IAM treats as <c>2008-10-17</c>.</summary>
    public string? Version { get; init; } = CurrentVersion;

    public required ImmutableArray<PolicyStatement> Statement { get; init; }

    public static PolicyDocument Of(params ImmutableArray<PolicyStatement> statements) => new() { Statement = statements };

    /// <summary>An identity policy that allows one action without conditions.</summary>
    public static PolicyDocument Allow(string action, string resource) => Of(new PolicyStatement { Action = [action], Resource = [resource] });

    public string ToJson() => PolicyJson.Write(this);
}

/// <summary>One statement of a policy, with IAM's member names; an empty list is an absent member.</summary>
public sealed record PolicyStatement
{
    public string? Sid { get; init; }

    public PolicyEffect Effect { get; init; }

    /// <summary>Absent in an identity policy.</summary>
    public ImmutableArray<PolicyPrincipal> Principal { get; init; } = [];

    public ImmutableArray<PolicyPrincipal> NotPrincipal { get; init; } = [];

    public ImmutableArray<string> Action { get; init; } = [];

    public ImmutableArray<string> NotAction { get; init; } = [];

    /// <summary>ARNs; absent in a trust policy.</summary>
    public ImmutableArray<string> Resource { get; init; } = [];

    public ImmutableArray<string> NotResource { get; init; } = [];

    /// <summary>All must hold; without conditions, the statement always applies.</summary>
    public ImmutableArray<PolicyCondition> Condition { get; init; } = [];
}

public enum PolicyEffect
{
    Allow,
    Deny,
}

/// <param name="Kind"><c>AWS</c>, <c>Service</c>, <c>Federated</c> or <c>CanonicalUser</c>.</param>
public sealed record PolicyPrincipal(string Kind, string Name)
{
    /// <summary>For denies only: in an allow it would be public.</summary>
    public static PolicyPrincipal Everybody { get; } = new("AWS", "*");

    public static PolicyPrincipal Service(string name) => new("Service", name);

    /// <summary>Every principal of an account with an identity policy that allows the same.</summary>
    public static PolicyPrincipal Account(string accountId) => new("AWS", $"arn:aws:iam::{accountId}:root");
}

/// <summary>One of the values must match, or none if the operator is negated.</summary>
/// <param name="Operator">Such as <c>ArnLike</c>.</param>
/// <param name="Key">Such as <c>aws:SecureTransport</c>.</param>
public sealed record PolicyCondition(string Operator, string Key, ImmutableArray<string> Values)
{
    public static PolicyCondition Equal(string key, params ImmutableArray<string> values) => new("StringEquals", key, values);

    public static PolicyCondition Is(string key, bool value) => new("Bool", key, [value ? "true" : "false"]);

    public bool Equals(PolicyCondition? other) =>
        other is not null && Operator == other.Operator && Key == other.Key && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Operator, Key, Values.Length);

    public override string ToString() => $"{Key} {Operator} {string.Join(", ", Values)}";
}
