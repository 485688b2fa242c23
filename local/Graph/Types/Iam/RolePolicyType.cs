namespace WorkoutLog.Local.Graph.Types;

internal sealed class RolePolicyType() : AwsResourceType(
    Token, new Emulation.Supported(), new Replacement("name", "namePrefix", "role") { NamedBy = "name" }, new Charge.Free("IAM is free"))
{
    public const string Token = "aws:iam/rolePolicy:RolePolicy";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("role")}:{resource.Name}")];

    public override IEnumerable<string> Facts(JsonObject inputs) => PolicyFacts.Of(inputs.Word("policy"));
}
