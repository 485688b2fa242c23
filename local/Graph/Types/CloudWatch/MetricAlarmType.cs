using System.Text.Json.Nodes;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class MetricAlarmType() : AwsResourceType(Token)
{
    public const string Token = "aws:cloudwatch/metricAlarm:MetricAlarm";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [("id", resource.Name), ("arn", resource.Arn("cloudwatch", $"alarm:{resource.Name}"))];

    public override Emulation Emulation { get; } = new Emulation.Supported();

    public override Replacement Replacement { get; } = new("name", "region") { NamedBy = "name" };

    public override Charge Charge { get; } = new Charge.ByUsage((alarm, _, _) =>
        [new(Token, "alarms, by the metrics that they watch", "alarm", Math.Max(1, alarm.Inputs.Objects("metricQueries").Count(query => query["metric"] is not null)))]);

    public override IEnumerable<string> Facts(JsonObject inputs) => [inputs.Word("alarmDescription")];
}
