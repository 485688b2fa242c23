namespace WorkoutLog.Local.Graph.Types;

internal sealed class CompositeAlarmType() : AwsResourceType(
    Token, new Emulation.Supported(), new Replacement("actionsEnabled", "alarmName", "region"),
    new Charge.ByUsage((_, _, _) => [new(Token, "composite alarms", "compositeAlarm", 1)]))
{
    public const string Token = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Text("alarmName")), ("arn", resource.Arn("cloudwatch", $"alarm:{resource.Text("alarmName")}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("alarmDescription")];
}
