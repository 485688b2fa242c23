using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class PermissionType() : AwsResourceType(Token)
{
    public const string Token = "aws:lambda/permission:Permission";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name)];

    public override Emulation Emulation { get; } = new Emulation.Supported();

    public override Replacement Replacement { get; } = new(
        "action", "eventSourceToken", "function", "functionUrlAuthType", "invokedViaFunctionUrl", "principal", "principalOrgId", "qualifier", "region",
        "sourceAccount", "sourceArn", "statementId", "statementIdPrefix");

    public override Charge Charge { get; } = new Charge.Free("the function is paid");

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("principal"), PolicyFacts.WithoutAccount(inputs.Word("sourceArn"))];
}
