using System.Collections.Frozen;
using System.Collections.Immutable;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Documents;

namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Whose key encrypts, and how calls travel.</summary>
internal static class EncryptionFindings
{
    private const string Key = "aws:kms/key:Key";
    private const string Domain = "aws:apigateway/domainName:DomainName";

    // Where each type names the key of the account.
    private static readonly FrozenDictionary<string, ImmutableArray<string>> _keys = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
    {
        [TableType.Token] = ["serverSideEncryption", "kmsKeyArn"],
        [LogGroupType.Token] = ["kmsKeyId"],
        [FunctionType.Token] = ["kmsKeyArn"],
        ["aws:backup/vault:Vault"] = ["kmsKeyArn"],
        ["aws:sns/topic:Topic"] = ["kmsMasterKeyId"],
        ["aws:ssm/parameter:Parameter"] = ["keyId"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<Finding> Of(Comparison comparison) =>
        comparison.Changes.Where(change => change.Before is not null && change.After is not null).SelectMany(OfOne);

    private static IEnumerable<Finding> OfOne(ResourceChange change)
    {
        if (_keys.TryGetValue(change.After!.Type, out var key) && change.IsUnset(key.AsSpan()))
        {
            yield return Finding.Of(FindingKind.EncryptionLoss, change.After, "A key that AWS owns encrypts it instead of the account's: nobody here can withdraw it, or see who used it.");
        }

        if (change.After.Type == Key && change.IsTurnedOff("enableKeyRotation"))
        {
            yield return Finding.Of(FindingKind.EncryptionLoss, change.After, "The key is no longer rotated.");
        }

        if (change.After.Type != Domain)
        {
            yield break;
        }

        var (before, after) = ($"{change.Before!.Inputs["securityPolicy"]}", $"{change.After.Inputs["securityPolicy"]}");
        if (Strength(after) < Strength(before))
        {
            yield return Finding.Of(FindingKind.EncryptionLoss, change.After, $"The domain takes {ValueText.OfText(after)} instead of {ValueText.OfText(before)}: callers may use an older TLS.");
        }

        if (change.IsUnset("mutualTlsAuthentication"))
        {
            yield return Finding.Of(FindingKind.EncryptionLoss, change.After, "Callers no longer need a certificate of their own.");
        }
    }

    // TLS_1_0 < TLS_1_2, and SecurityPolicy_TLS13_… is the newest; without a word API Gateway takes TLS_1_2 for a regional domain.
    private static int Strength(string policy) => policy switch
    {
        "TLS_1_0" => 0,
        "" or "TLS_1_2" => 1,
        _ when policy.Contains("TLS13", StringComparison.Ordinal) => 2,
        _ => 1,
    };
}
