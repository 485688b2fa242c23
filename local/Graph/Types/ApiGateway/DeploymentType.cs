namespace WorkoutLog.Local.Graph.Types;

internal sealed class DeploymentType() : AwsResourceType(
    Token,
    new Emulation.Supported(),
    new Replacement("region", "restApi", "triggers", "variables")
    {
        WhenReplaced = "the stage moves to the new one, then the old one is deleted: no call is lost",
    },
    new Charge.Free("part of the API, which is billed per request"))
{
    public const string Token = "aws:apigateway/deployment:Deployment";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.ShortId)];
}
