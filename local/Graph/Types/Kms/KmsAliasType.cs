namespace WorkoutLog.Local.Graph.Types;

internal sealed class KmsAliasType() : AwsResourceType(
    Token, new Emulation.Unsupported("nothing is encrypted"), new Replacement("name", "namePrefix", "region") { NamedBy = "name" },
    new Charge.Free("the key is paid"))
{
    public const string Token = "aws:kms/alias:Alias";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name), ("arn", resource.Arn("kms", resource.Name))];

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("name")];
}
