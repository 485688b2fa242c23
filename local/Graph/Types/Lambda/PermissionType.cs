namespace WorkoutLog.Local.Graph.Types;

internal sealed class PermissionType() : AwsResourceType(
    Token,
    new Emulation.Supported(),
    new Replacement(
        "action", "eventSourceToken", "function", "functionUrlAuthType", "invokedViaFunctionUrl", "principal", "principalOrgId", "qualifier", "region",
        "sourceAccount", "sourceArn", "statementId", "statementIdPrefix"),
    new Charge.Free("the function is paid"))
{
    public const string Token = "aws:lambda/permission:Permission";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name)];

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("principal"), PolicyFacts.WithoutAccount(inputs.Word("sourceArn"))];
}
