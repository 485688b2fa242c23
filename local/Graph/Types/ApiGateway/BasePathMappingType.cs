namespace WorkoutLog.Local.Graph.Types;

internal sealed class BasePathMappingType() : AwsResourceType(
    Token, new Emulation.Unsupported("the API has this machine's address only"), new Replacement("domainName", "region"),
    new Charge.Free("part of the API, of which requests are paid"))
{
    public const string Token = "aws:apigateway/basePathMapping:BasePathMapping";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("domainName")}/")];
}
