namespace WorkoutLog.Local.Graph.Types;

internal sealed class QueuePolicyType() : AwsResourceType(
    Token, new Emulation.Unsupported("only the pipe writes to the queue, by its role"), new Replacement("queueUrl", "region"),
    new Charge.Free("SQS is paid by requests"))
{
    public const string Token = "aws:sqs/queuePolicy:QueuePolicy";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Text("queueUrl"))];

    public override IEnumerable<string> Facts(JsonObject inputs) => PolicyFacts.Of(inputs.Word("policy"));
}
