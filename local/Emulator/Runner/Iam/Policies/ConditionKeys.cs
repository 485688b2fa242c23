namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <summary>The condition keys that a local run can tell the value of.</summary>
public static class ConditionKeys
{
    public const string SecureTransport = "aws:SecureTransport";
    public const string SourceIp = "aws:SourceIp";

    public static ImmutableHashSet<string> OfFunctions { get; } = Of(SecureTransport);

    public static ImmutableHashSet<string> OfApi { get; } = Of(SecureTransport, SourceIp);

    // AWS gives these, or could give them, to the calls that a run authorises; keys of any other service are in none of those calls.
    private static readonly FrozenSet<string> _present =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "aws", "dynamodb", "ssm", "execute-api", "lambda");

    /// <summary>Without the key, AWS too would evaluate the condition without a value.</summary>
    public static bool IsAbsentAtAws(string key) => !_present.Contains(key.Split(':')[0]);

    private static ImmutableHashSet<string> Of(params ReadOnlySpan<string> keys) => ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, keys);
}
