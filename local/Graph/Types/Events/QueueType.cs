namespace WorkoutLog.Local.Graph.Types;

internal sealed class QueueType() : AwsResourceType(
    Token,
    new Emulation.Supported(
        ("kmsMasterKeyId", "messages are not encrypted"), ("sqsManagedSseEnabled", "messages are not encrypted"),
        ("messageRetentionSeconds", "messages are kept until the run ends")),
    new Replacement("fifoQueue", "name", "namePrefix", "region") { NamedBy = "name", Holds = "its messages" },
    new Charge.Free("dead letters are rare, and a million messages a month are free"))
{
    public const string Token = "aws:sqs/queue:Queue";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource)
    {
        var url = $"https://sqs.{resource.Region}.amazonaws.com/{AwsNames.Account}/{resource.Name}";
        return [("id", url), ("url", url), ("arn", resource.Arn("sqs", resource.Name))];
    }

    public override IEnumerable<string> Facts(JsonObject inputs) =>
        [inputs["kmsMasterKeyId"] is not null ? "customer key" : inputs.Flag("sqsManagedSseEnabled") ? "encrypted by SQS" : "NOT encrypted"];
}
