namespace WorkoutLog.Local.Graph.Types;

internal sealed class BackupVaultType() : AwsResourceType(Token)
{
    public const string Token = "aws:backup/vault:Vault";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name), ("arn", resource.Arn("backup", $"backup-vault:{resource.Name}"))];

    public override Emulation Emulation { get; } = new Emulation.Unsupported("tables live in memory and end with the run");

    public override Replacement Replacement { get; } = new("kmsKeyArn", "name", "region") { NamedBy = "name", Holds = "its backups" };

    public override Charge Charge { get; } = new Charge.Free("backups are paid with the plan");
}
