namespace WorkoutLog.Local.Graph.Types;

internal sealed class RoleType() : AwsResourceType(
    Token, new Emulation.Supported(("assumeRolePolicy", "trust policies are not checked")),
    new Replacement("name", "namePrefix", "path") { NamedBy = "name" }, new Charge.Free("IAM is free"))
{
    public const string Token = "aws:iam/role:Role";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name), ("arn", AwsNames.GlobalArn("iam", $"role/{resource.Name}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) => PolicyFacts.Of(inputs.Word("assumeRolePolicy"));
}
