using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>How what the stack stores is kept from others and from loss.</summary>
public static class ProtectionKeys
{
    public static readonly Setting<Encryption> Encryption = Setting.Choice(
        "encryption", Settings.Encryption.CustomerKey, "Whose key encrypts tables, logs, alarms and the functions' environments");

    public static readonly Setting<bool> PointInTimeRecovery = Setting.Switch(
        "pointInTimeRecovery", true, "The tables can be restored to any second of the last 35 days");

    public static readonly Setting<bool> DeletionProtection = Setting.Switch(
        "deletionProtection", true, "Neither AWS nor Pulumi deletes or replaces the tables and their key");

    public static readonly Setting<bool> Backups = Setting.Switch(
        "backups", true, "The tables are backed up daily into a vault of their own");

    /// <summary>Null when empty.</summary>
    public static readonly Setting<string?> PermissionsBoundary = Setting.OptionalText(
        "permissionsBoundary",
        AwsIdentifiers.IsManagedPolicyArn,
        "the ARN of a managed policy",
        "arn:aws:iam::123456789012:policy/workout-log-dev-boundary",
        "Managed policy beyond which no role of the stack may go, empty for none");

    public static readonly ImmutableArray<Setting> All = [Encryption, PointInTimeRecovery, DeletionProtection, Backups, PermissionsBoundary];
}
