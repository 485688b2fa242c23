namespace WorkoutLog.Local.Graph.Types;

internal sealed class EventRuleType() : AwsResourceType(
    Token, new Emulation.Unsupported("events are not delivered to rules; read them at /_events"),
    new Replacement("eventBusName", "name", "namePrefix", "region") { NamedBy = "name" }, new Charge.Free("rules are free"))
{
    public const string Token = "aws:cloudwatch/eventRule:EventRule";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) =>
        [("id", resource.Name), ("arn", resource.Arn("events", $"rule/{resource.Name}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("eventPattern")];
}
