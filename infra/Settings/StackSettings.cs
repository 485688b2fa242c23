using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Settings;

/// <summary>All settings of a stack, validated before any resource is registered.</summary>
public sealed record StackSettings
{
    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The stack serves users.</summary>
    public required bool Production { get; init; }

    public required Encryption Encryption { get; init; }

    /// <summary>ARN of the managed policy that limits every role of the stack; null for none.</summary>
    public required string? PermissionsBoundary { get; init; }

    public required TableSettings Tables { get; init; }

    /// <summary>How the functions are packaged, and for which instruction set.</summary>
    public required FunctionBuild FunctionBuild { get; init; }

    /// <summary>ARN of a layer with certificate authorities that the functions trust in addition to those of AWS; null for none.</summary>
    public required string? CertificateLayer { get; init; }

    public required FunctionSettings ProcessWorkout { get; init; }

    public required FunctionSettings QueryWorkouts { get; init; }

    public required ApiSettings Api { get; init; }

    /// <summary>Names of the roles that may act for every user.</summary>
    public required ImmutableArray<string> ServiceRoles { get; init; }

    public required ObservabilitySettings Observability { get; init; }

    /// <summary>Null publishes no events.</summary>
    public required EventBridgeSettings? Events { get; init; }

    public required WorkoutSettings Workouts { get; init; }

    /// <summary>Cost centre, a tag on every resource.</summary>
    public required string CostCentre { get; init; }

    /// <summary>Further tags on every resource.</summary>
    public required ImmutableSortedDictionary<string, string> Tags { get; init; }
}

/// <summary>Owner of the key that encrypts tables, logs, alarms and function environments.</summary>
public enum Encryption
{
    /// <summary>Keys that AWS owns: no cost, no control.</summary>
    AwsOwned,

    /// <summary>A key of this account with its own policy and rotation.</summary>
    CustomerKey,
}

/// <summary>Settings of logs, metrics, alarms and traces.</summary>
public sealed record ObservabilitySettings
{
    public required int FunctionLogRetentionDays { get; init; }

    public required LogLevel LogLevel { get; init; }

    public required MonitoringLevel Monitoring { get; init; }

    /// <summary>X-Ray traces of the stage and the functions.</summary>
    public required bool Tracing { get; init; }

    /// <summary>Recipients of alarm e-mails; at least one in production.</summary>
    public required ImmutableArray<string> AlarmEmails { get; init; }

    /// <summary>URL of the runbook folder, without a trailing slash; null for paths in the repository.</summary>
    public required string? RunbooksUrl { get; init; }

    public required bool Dashboard { get; init; }
}

/// <param name="SupportedTypes">The workout types that are accepted, upper case, without duplicates, at least one.</param>
public sealed record WorkoutSettings(ImmutableDictionary<WorkoutLimit, int> Limits, ImmutableArray<string> SupportedTypes);

/// <summary>Values of the setting <c>events</c>.</summary>
public enum EventTarget
{
    None,
    EventBridge,
}

/// <param name="ArchiveDays">How long events are kept for a replay; 0 keeps none.</param>
public sealed record EventBridgeSettings(int ArchiveDays);
