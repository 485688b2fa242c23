namespace WorkoutLog.Local.Graph.Types;

internal sealed class DeploymentType() : AwsResourceType(Token)
{
    public const string Token = "aws:apigateway/deployment:Deployment";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.ShortId)];

    public override Emulation Emulation { get; } = new Emulation.Supported();

    public override Replacement Replacement { get; } = new("region", "restApi", "triggers", "variables")
    {
        WhenReplaced = "the stage moves to the new one, then the old one goes: no call is lost",
    };

    public override Charge Charge { get; } = new Charge.Free("part of the API, of which requests are paid");
}
