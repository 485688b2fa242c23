namespace WorkoutLog.Local.Graph.Types;

internal sealed class BasePathMappingType() : AwsResourceType(Token)
{
    public const string Token = "aws:apigateway/basePathMapping:BasePathMapping";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("domainName")}/")];

    public override Emulation Emulation { get; } = new Emulation.Unsupported("the API has this machine's address only");

    public override Replacement Replacement { get; } = new("domainName", "region");

    public override Charge Charge { get; } = new Charge.Free("part of the API, of which requests are paid");
}
