using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Encryption, recovery and permissions.</summary>
public static class ProtectionKeys
{
    public static readonly Setting<Encryption> Encryption = Setting.Choice(
        "encryption", Settings.Encryption.CustomerKey, "Owner of the key that encrypts tables, logs, alarms and function environments");

    public static readonly Setting<bool> PointInTimeRecovery = Setting.Switch(
        "pointInTimeRecovery", true, "Point-in-time recovery of the tables within the last 35 days");

    public static readonly Setting<bool> DeletionProtection = Setting.Switch(
        "deletionProtection", true, "Protects the tables and their key from deletion and replacement");

    public static readonly Setting<bool> Backups = Setting.Switch(
        "backups", true, "Daily backups of the tables in a separate vault");

    /// <summary>Null when empty.</summary>
    public static readonly Setting<string?> PermissionsBoundary = Setting.OptionalText(
        "permissionsBoundary",
        AwsIdentifiers.IsManagedPolicyArn,
        "the ARN of a managed policy",
        "arn:aws:iam::123456789012:policy/workout-log-dev-boundary",
        "Managed policy that limits every role of the stack, empty for none");

    public static readonly ImmutableArray<Setting> All = [Encryption, PointInTimeRecovery, DeletionProtection, Backups, PermissionsBoundary];
}
