using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class LambdaAliasType() : AwsResourceType(Token)
{
    public const string Token = "aws:lambda/alias:Alias";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => FunctionType.Addresses(resource, $"{resource.Text("functionName")}:{resource.Name}");

    public override Emulation Emulation { get; } = new Emulation.Supported();

    public override Replacement Replacement { get; } = new("functionName", "name", "region") { NamedBy = "name" };

    public override Charge Charge { get; } = new Charge.Free("the function is paid");

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        [$"→ version {inputs.Word("functionVersion")}", .. Weights(inputs)];

    private static IEnumerable<string> Weights(JsonObject inputs) =>
        inputs["routingConfig"]?["additionalVersionWeights"] is JsonObject weights
            ? weights.Select(weight => $"{weight.Value} to version {weight.Key}")
            : [];
}
