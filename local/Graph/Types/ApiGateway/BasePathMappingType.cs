namespace WorkoutLog.Local.Graph.Types;

internal sealed class BasePathMappingType() : AwsResourceType(
    Token, new Emulation.Unsupported("the API only has this machine's address"), new Replacement("domainName", "region"),
    new Charge.Free("part of the API, which is billed per request"))
{
    public const string Token = "aws:apigateway/basePathMapping:BasePathMapping";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("domainName")}/")];
}
