namespace WorkoutLog.Local.Graph.Types;

internal sealed class EventTargetType() : AwsResourceType(
    Token, new Emulation.Unsupported("events are not delivered to rules; read them at /_events"),
    new Replacement("eventBusName", "region", "rule", "targetId"), new Charge.Free("deliveries to services of AWS are free"))
{
    public const string Token = "aws:cloudwatch/eventTarget:EventTarget";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("rule")}-{resource.LogicalName}")];

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("arn")];
}
