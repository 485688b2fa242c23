namespace WorkoutLog.Local.Graph.Types;

internal sealed class WebAclAssociationType() : AwsResourceType(
    Token, new Emulation.Supported(), new Replacement("region", "resourceArn", "webAclArn"),
    new Charge.Free("the web ACL is paid"))
{
    public const string Token = "aws:wafv2/webAclAssociation:WebAclAssociation";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("webAclArn")},{resource.Text("resourceArn")}")];
}
