namespace WorkoutLog.Local.Graph.Types;

internal sealed class WebAclAssociationType() : AwsResourceType(Token)
{
    public const string Token = "aws:wafv2/webAclAssociation:WebAclAssociation";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("webAclArn")},{resource.Text("resourceArn")}")];

    public override Emulation Emulation { get; } = new Emulation.Unsupported("no rule of the firewall is applied");

    public override Replacement Replacement { get; } = new("region", "resourceArn", "webAclArn");

    public override Charge Charge { get; } = new Charge.Free("the web ACL is paid");
}
