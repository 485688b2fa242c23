namespace WorkoutLog.Local.Graph.Types;

internal sealed class BackupSelectionType() : AwsResourceType(Token)
{
    public const string Token = "aws:backup/selection:Selection";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.ShortId)];

    public override Emulation Emulation { get; } = new Emulation.Unsupported("tables live in memory and end with the run");

    public override Replacement Replacement { get; } = new("conditions", "iamRoleArn", "name", "notResources", "planId", "region", "resources", "selectionTags")
    {
        NamedBy = "name",
    };

    public override Charge Charge { get; } = new Charge.Free("what the plan backs up is paid with the plan");
}
