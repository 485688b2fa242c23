using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class KmsAliasType() : AwsResourceType(Token)
{
    public const string Token = "aws:kms/alias:Alias";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name), ("arn", resource.Arn("kms", resource.Name))];

    public override Emulation Emulation { get; } = new Emulation.Unsupported("nothing is encrypted");

    public override Replacement Replacement { get; } = new("name", "namePrefix", "region") { NamedBy = "name" };

    public override Charge Charge { get; } = new Charge.Free("the key is paid");

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("name")];
}
