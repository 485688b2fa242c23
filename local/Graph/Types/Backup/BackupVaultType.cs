namespace WorkoutLog.Local.Graph.Types;

internal sealed class BackupVaultType() : AwsResourceType(
    Token, new Emulation.Unsupported("tables live in memory and end with the run"),
    new Replacement("kmsKeyArn", "name", "region") { NamedBy = "name", Holds = "its backups" },
    new Charge.Free("backups are paid with the plan"))
{
    public const string Token = "aws:backup/vault:Vault";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name), ("arn", resource.Arn("backup", $"backup-vault:{resource.Name}"))];
}
