namespace WorkoutLog.Local.Graph.Types;

internal sealed class BackupSelectionType() : AwsResourceType(
    Token,
    new Emulation.Unsupported("tables live in memory and end with the run"),
    new Replacement("conditions", "iamRoleArn", "name", "notResources", "planId", "region", "resources", "selectionTags")
    {
        NamedBy = "name",
    },
    new Charge.Free("backups are paid with the plan"))
{
    public const string Token = "aws:backup/selection:Selection";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.ShortId)];
}
