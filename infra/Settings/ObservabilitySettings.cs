using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Settings;

/// <summary>What may differ between stacks in how they are looked at.</summary>
public sealed record ObservabilitySettings
{
    public required int FunctionLogRetentionDays { get; init; }

    public required LogLevel LogLevel { get; init; }

    public required MonitoringLevel Monitoring { get; init; }

    /// <summary>X-Ray traces of the stage and the functions.</summary>
    public required bool Tracing { get; init; }

    /// <summary>Who gets alarms by mail; at least one in production.</summary>
    public required ImmutableArray<string> AlarmEmails { get; init; }

    /// <summary>Where the folder of the runbooks is read, without a trailing slash; null leaves them to the repository.</summary>
    public required string? RunbooksUrl { get; init; }

    public required bool Dashboard { get; init; }
}
