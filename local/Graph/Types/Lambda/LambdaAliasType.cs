namespace WorkoutLog.Local.Graph.Types;

internal sealed class LambdaAliasType() : AwsResourceType(
    Token, new Emulation.Supported(), new Replacement("functionName", "name", "region") { NamedBy = "name" },
    new Charge.Free("the function is paid"))
{
    public const string Token = "aws:lambda/alias:Alias";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => FunctionType.Addresses(resource, $"{resource.Text("functionName")}:{resource.Name}");

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        [$"→ version {inputs.Word("functionVersion")}", .. Weights(inputs)];

    private static IEnumerable<string> Weights(JsonObject inputs) =>
        inputs["routingConfig"]?["additionalVersionWeights"] is JsonObject weights
            ? weights.Select(weight => $"{weight.Value} to version {weight.Key}")
            : [];
}
