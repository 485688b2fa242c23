namespace WorkoutLog.Local.Graph.Types;

internal sealed class MetricAlarmType() : AwsResourceType(
    Token,
    new Emulation.Supported(),
    new Replacement("name", "region") { NamedBy = "name" },
    new Charge.ByUsage((alarm, _, _) =>
        [new(Token, "alarms, by the metrics that they watch", "alarm", Math.Max(1, alarm.Inputs.Objects("metricQueries").Count(query => query["metric"] is not null)))]))
{
    public const string Token = "aws:cloudwatch/metricAlarm:MetricAlarm";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name), ("arn", resource.Arn("cloudwatch", $"alarm:{resource.Name}"))];

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("alarmDescription")];
}
