namespace WorkoutLog.Local.Graph.Types;

internal sealed class TopicPolicyType() : AwsResourceType(
    Token, new Emulation.Unsupported("alarms are reported in the output of the run instead"), new Replacement("arn", "region"),
    new Charge.Free("SNS is paid by requests and deliveries"))
{
    public const string Token = "aws:sns/topicPolicy:TopicPolicy";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Text("arn")), ("owner", AwsNames.Account)];

    public override IEnumerable<string> Facts(JsonObject inputs) => PolicyFacts.Of(inputs.Word("policy"));
}
