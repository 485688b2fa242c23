namespace WorkoutLog.Local.Graph.Types;

internal sealed class TopicSubscriptionType() : AwsResourceType(
    Token,
    new Emulation.Unsupported("alarms are reported in the output of the run instead"),
    new Replacement("endpoint", "protocol", "region", "topic"),
    new Charge.ByUsage((subscription, _, _) => subscription.Inputs.Text("protocol") == "email"
        ? [new(Token, "alarms by mail", "mail", Assumptions.NotificationsPerMonth)]
        : throw new UserErrorException(
            $"The price of the subscription '{subscription.Name}' is unknown: its protocol must be email; got {subscription.Inputs.Text("protocol")}.")))
{
    public const string Token = "aws:sns/topicSubscription:TopicSubscription";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", $"{resource.Text("topic")}:{resource.Uuid}"), ("arn", $"{resource.Text("topic")}:{resource.Uuid}")];

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("endpoint")];
}
