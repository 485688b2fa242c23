using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>What people read of an alarm.</summary>
/// <param name="Name">Of the resource.</param>
/// <param name="Runbook">Kind of the alarm; null without a link at the end of its description.</param>
internal sealed partial record AlarmText(string Name, string AlarmName, string Arn, string Description, string Severity, string? Runbook, bool HasActions)
{
    public static AlarmText Of(GraphResource resource, string alarmName)
    {
        var inputs = resource.Inputs;
        var description = inputs.Text("alarmDescription") ?? "";
        return new AlarmText(
            resource.Name,
            alarmName,
            resource.Outputs.Text("arn")!,
            description,
            ((inputs["tags"] ?? inputs["tagsAll"]) as JsonObject)?.Text("severity") ?? "",
            RunbookLink().Match(description) is { Success: true } link ? link.Groups[1].Value : null,
            inputs["alarmActions"] is JsonArray { Count: > 0 } && (inputs["actionsEnabled"]?.GetValue<bool>() ?? true));
    }

    [GeneratedRegex(@"(?:\S*/)?([a-z-]+)\.md$")]
    private static partial Regex RunbookLink();
}
