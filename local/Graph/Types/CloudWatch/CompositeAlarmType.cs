using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class CompositeAlarmType() : AwsResourceType(Token)
{
    public const string Token = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Text("alarmName")), ("arn", resource.Arn("cloudwatch", $"alarm:{resource.Text("alarmName")}"))];

    public override Emulation Emulation { get; } = new Emulation.Supported();

    public override Replacement Replacement { get; } = new("actionsEnabled", "alarmName", "region");

    public override Charge Charge { get; } = new Charge.ByUsage((_, _, _) => [new(Token, "composite alarms", "compositeAlarm", 1)]);

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("alarmDescription")];
}
