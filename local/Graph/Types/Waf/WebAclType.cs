namespace WorkoutLog.Local.Graph.Types;

internal sealed class WebAclType() : AwsResourceType(
    Token, new Emulation.Supported(("rules", "rate rules count and block; no other rule of the firewall is applied")),
    new Replacement("name", "namePrefix", "region", "scope") { NamedBy = "name" }, new Charge.ByUsage(Rules))
{
    public const string Token = "aws:wafv2/webAcl:WebAcl";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Uuid), ("arn", resource.Arn("wafv2", $"regional/webacl/{resource.Name}/{resource.Uuid}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        inputs["rules"]!.AsArray().Select(rule => rule!["name"]!.ToString());

    // A managed group counts as one rule.
    private static IEnumerable<Usage> Rules(GraphResource acl, ResourceGraph graph, Workload load) =>
    [
        new(Token, "web ACL", "webAcl", 1), new(Token, "rules", "webAclRule", acl.Inputs.Objects("rules").Count()),
        new(Token, "requests", "webAclRequest", load.RequestsPerMonth),
    ];
}
