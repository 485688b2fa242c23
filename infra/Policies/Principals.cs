using System.Collections.Immutable;

namespace WorkoutLog.Infra.Policies;

/// <summary>Whom a statement of a resource's own policy is about.</summary>
internal static class Principals
{
    /// <summary>For refusals only: as an allowance it would be public.</summary>
    public static ImmutableDictionary<string, string> Everybody { get; } = Of("AWS", "*");

    public static ImmutableDictionary<string, string> Service(string name) => Of("Service", name);

    /// <summary>Every principal of an account whom an identity policy allows the same.</summary>
    public static ImmutableDictionary<string, string> Account(string accountId) => Of("AWS", $"arn:aws:iam::{accountId}:root");

    private static ImmutableDictionary<string, string> Of(string kind, string name) => ImmutableDictionary<string, string>.Empty.Add(kind, name);
}
