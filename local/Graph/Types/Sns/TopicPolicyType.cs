using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class TopicPolicyType() : AwsResourceType(Token)
{
    public const string Token = "aws:sns/topicPolicy:TopicPolicy";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Text("arn")), ("owner", AwsNames.Account)];

    public override Emulation Emulation { get; } = new Emulation.Unsupported("alarms are reported in the output of the run instead");

    public override Replacement Replacement { get; } = new("arn", "region");

    public override Charge Charge { get; } = new Charge.Free("SNS is paid by requests and deliveries");

    public override IEnumerable<string> Facts(JsonObject inputs) => PolicyFacts.Of(inputs.Word("policy"));
}
