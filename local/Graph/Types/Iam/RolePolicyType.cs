using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class RolePolicyType() : AwsResourceType(Token)
{
    public const string Token = "aws:iam/rolePolicy:RolePolicy";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("role")}:{resource.Name}")];

    public override Emulation Emulation { get; } = new Emulation.Supported();

    public override Replacement Replacement { get; } = new("name", "namePrefix", "role") { NamedBy = "name" };

    public override Charge Charge { get; } = new Charge.Free("IAM is free");

    public override IEnumerable<string> Facts(JsonObject inputs) => PolicyFacts.Of(inputs.Word("policy"));
}
