namespace WorkoutLog.Local.Graph.Types;

internal sealed class BackupVaultLockType() : AwsResourceType(
    Token, new Emulation.Unsupported("tables live in memory and end with the run"),
    new Replacement("backupVaultName", "changeableForDays", "maxRetentionDays", "minRetentionDays", "region"), new Charge.Free("backups are paid with the plan"))
{
    public const string Token = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) =>
        [("id", resource.Text("backupVaultName")), ("backupVaultArn", resource.Arn("backup", $"backup-vault:{resource.Text("backupVaultName")}"))];
}
