namespace WorkoutLog.Local.Graph.Types;

internal sealed class EventBusType() : AwsResourceType(
    Token,
    new Emulation.Supported(("kmsKeyIdentifier", "events are not encrypted"), ("deadLetterConfig", "nothing is encrypted, so no event is unreadable")),
    new Replacement("eventSourceName", "name", "region") { NamedBy = "name", Holds = "the rules of other stacks" },
    new Charge.Free("events are billed where they are published"))
{
    public const string Token = "aws:cloudwatch/eventBus:EventBus";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) =>
        [("id", resource.Name), ("arn", resource.Arn("events", $"event-bus/{resource.Name}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("name"), .. When(inputs["kmsKeyIdentifier"] is not null, "customer key")];
}
