using System.Collections.Immutable;
using WorkoutLog.Local.CloudWatch.Metrics;

namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>An alarm as it stands.</summary>
/// <param name="Name">Of its resource.</param>
/// <param name="AlarmName">That AWS knows it by.</param>
/// <param name="Reason">Why the state is what it is.</param>
/// <param name="Since">Metric time at which the state began.</param>
/// <param name="Severity">Its tag <c>severity</c>; empty where it has none.</param>
/// <param name="Runbook">Kind of the alarm by the link that its description ends with, such as <c>api-server-errors</c>; null without a link.</param>
/// <param name="HasActions">Whether anybody is told.</param>
/// <param name="Recent">The values that were compared, the newest last; empty for a composite alarm.</param>
/// <param name="Threshold">Null for a composite alarm.</param>
public sealed record AlarmStatus(
    string Name,
    string AlarmName,
    string Arn,
    AlarmState State,
    string Reason,
    DateTimeOffset Since,
    string Description,
    string Severity,
    string? Runbook,
    bool IsComposite,
    bool HasActions,
    ImmutableArray<MetricPoint> Recent,
    double? Threshold);
