namespace WorkoutLog.Local.Graph.Types;

internal sealed class ParameterType() : AwsResourceType(
    Token,
    new Emulation.Supported(),
    new Replacement("dataType", "name", "region")
    {
        ByStep = ImmutableDictionary<string, (string, string)>.Empty.Add("tier", ("Advanced", "Standard")),
        NamedBy = "name",
        Secret = ["value", "valueWo"],
    },
    new Charge.Free("standard parameters and the standard rate of reading them are free"))
{
    public const string Token = "aws:ssm/parameter:Parameter";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name), ("arn", resource.Arn("ssm", $"parameter{resource.Name}")), ("version", 1)];

    public override IEnumerable<string> Facts(JsonObject inputs) => [$"{inputs.Word("name")} = {inputs.Word("value")}"];
}
