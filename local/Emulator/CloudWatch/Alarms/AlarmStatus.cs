namespace WorkoutLog.Local.CloudWatch;

public enum AlarmState
{
    InsufficientData,
    Ok,
    Alarm,
}

public static class AlarmStates
{
    /// <summary>CloudWatch's name: <c>OK</c>, <c>ALARM</c>, <c>INSUFFICIENT_DATA</c>.</summary>
    public static string Word(this AlarmState state) => state == AlarmState.InsufficientData ? "INSUFFICIENT_DATA" : state.ToString().ToUpperInvariant();
}

/// <param name="Name">Name of its resource.</param>
/// <param name="AlarmName">Name at AWS.</param>
/// <param name="Since">Metric time of the last state change.</param>
/// <param name="Severity">Value of its tag <c>severity</c>; empty without the tag.</param>
/// <param name="Runbook">Kind of the alarm, such as <c>api-server-errors</c>, from the link at the end of its description; null without a link.</param>
/// <param name="Recent">The compared values, newest last; empty for a composite alarm.</param>
/// <param name="Threshold">Null for a composite alarm.</param>
public sealed partial record AlarmStatus(
    string Name, string AlarmName, string Arn, AlarmState State, string Reason, DateTimeOffset Since, string Description, string Severity,
    string? Runbook, bool HasActions, ImmutableArray<MetricPoint> Recent, double? Threshold)
{
    public bool IsComposite => Threshold is null;

    /// <summary>Before its first evaluation.</summary>
    internal static AlarmStatus Unchecked(GraphResource resource, string alarmName, double? threshold = null)
    {
        var inputs = resource.Inputs;
        var description = inputs.Text("alarmDescription") ?? "";
        return new AlarmStatus(
            resource.Name, alarmName, resource.Outputs.Text("arn")!, AlarmState.InsufficientData, "Unchecked: Initial alarm creation", default, description,
            ((inputs["tags"] ?? inputs["tagsAll"]) as JsonObject)?.Text("severity") ?? "",
            RunbookLink().Match(description) is { Success: true } link ? link.Groups[1].Value : null,
            inputs["alarmActions"] is JsonArray { Count: > 0 } && (inputs["actionsEnabled"]?.GetValue<bool>() ?? true), [], threshold);
    }

    [GeneratedRegex(@"(?:\S*/)?([a-z-]+)\.md$")]
    private static partial Regex RunbookLink();
}
