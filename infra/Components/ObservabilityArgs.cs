using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Components;

public sealed class ObservabilityArgs : ResourceArgs
{
    /// <summary>The functions that log, by name.</summary>
    public required ImmutableArray<string> Functions { get; init; }

    public required MonitoringLevel Monitoring { get; init; }

    /// <summary>The stack serves users, so that there are requests at all hours.</summary>
    public required bool Production { get; init; }

    public required Runbooks Runbooks { get; init; }

    public required int FunctionLogRetentionDays { get; init; }

    /// <summary>What the names of the log groups begin with, without a trailing slash; the same as in <see cref="CustomerKeyArgs"/>.</summary>
    public required string LogGroupPath { get; init; }

    /// <summary>Encrypts the log groups; null for a key that AWS owns.</summary>
    public required CustomerKey? Key { get; init; }

    /// <summary>Where alarms go.</summary>
    public required AlarmTopic AlarmTopic { get; init; }
}
