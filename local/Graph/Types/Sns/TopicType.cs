namespace WorkoutLog.Local.Graph.Types;

internal sealed class TopicType() : AwsResourceType(
    Token,
    new Emulation.Unsupported("alarms are reported in the output of the run instead"),
    new Replacement("fifoTopic", "name", "namePrefix", "region")
    {
        NamedBy = "name",
        Holds = "its confirmed subscriptions",
    },
    new Charge.ByUsage((_, _, _) =>
        [new(Token, "alarms announced", "notification", Assumptions.NotificationsPerMonth)]))
{
    public const string Token = "aws:sns/topic:Topic";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Arn("sns", resource.Name)), ("arn", resource.Arn("sns", resource.Name))];
}
