namespace WorkoutLog.Local.Graph.Types;

internal sealed class DomainNameType() : AwsResourceType(
    Token, new Emulation.Unsupported("the API only has this machine's address"),
    new Replacement("certificateBody", "certificateChain", "certificatePrivateKey", "domainName", "region") { Secret = ["certificatePrivateKey"] },
    new Charge.Free("a regional domain and its AWS Certificate Manager certificate are free"))
{
    public const string Token = "aws:apigateway/domainName:DomainName";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [
        ("id", resource.Text("domainName")),
        ("arn", $"arn:aws:apigateway:{resource.Region}::/domainnames/{resource.Text("domainName")}"),
        ("regionalDomainName", $"d-{resource.ShortId}.execute-api.{resource.Region}.amazonaws.com"),
        ("regionalZoneId", "Z1UJRXOUMOOFQ8"),
    ];

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("domainName"), inputs.Word("securityPolicy")];
}
