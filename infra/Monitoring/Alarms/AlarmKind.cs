using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Monitoring.Alarms;

/// <summary>A kind of alarm; each has a runbook.</summary>
/// <param name="Name">Also names the runbook: lower-case words with dashes.</param>
/// <param name="Level">The lowest level of monitoring with alarms of this kind.</param>
public sealed record AlarmKind(string Name, Severity Severity, MonitoringLevel Level)
{
    public static AlarmKind ApiServerErrors { get; } = new("api-server-errors", Severity.Page, MonitoringLevel.Basic);

    public static AlarmKind ApiClientErrors { get; } = new("api-client-errors", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind ApiLatency { get; } = new("api-latency", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind ApiNoTraffic { get; } = new("api-no-traffic", Severity.Page, MonitoringLevel.Detailed);

    public static AlarmKind FunctionErrors { get; } = new("function-errors", Severity.Page, MonitoringLevel.Basic);

    /// <summary>A throttled invocation returns 500, so <see cref="ApiServerErrors"/> covers it at every level of monitoring.</summary>
    public static AlarmKind FunctionThrottles { get; } = new("function-throttles", Severity.Page, MonitoringLevel.Detailed);

    public static AlarmKind FunctionDuration { get; } = new("function-duration", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind FunctionConcurrency { get; } = new("function-concurrency", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind TableThrottles { get; } = new("table-throttles", Severity.Page, MonitoringLevel.Basic);

    public static AlarmKind TableSystemErrors { get; } = new("table-system-errors", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind TableConflicts { get; } = new("table-conflicts", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind TableCapacity { get; } = new("table-capacity", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind AvailabilityBurn { get; } = new("availability-burn", Severity.Page, MonitoringLevel.Detailed);

    public static AlarmKind LatencyBurn { get; } = new("latency-burn", Severity.Page, MonitoringLevel.Detailed);

    public static AlarmKind EventFailures { get; } = new("event-failures", Severity.Ticket, MonitoringLevel.Basic);

    public static AlarmKind EventDelay { get; } = new("event-delay", Severity.Ticket, MonitoringLevel.Basic);

    public static AlarmKind EventDeadLetters { get; } = new("event-dead-letters", Severity.Ticket, MonitoringLevel.Basic);

    /// <summary>Kinds of a stack that publishes events.</summary>
    public static ImmutableArray<AlarmKind> Events { get; } = [EventFailures, EventDelay, EventDeadLetters];

    /// <summary>Kinds of the components.</summary>
    public static ImmutableArray<AlarmKind> Standard { get; } =
    [
        ApiServerErrors, ApiClientErrors, ApiLatency, ApiNoTraffic,
        FunctionErrors, FunctionThrottles, FunctionDuration, FunctionConcurrency,
        TableThrottles, TableSystemErrors, TableConflicts, TableCapacity,
        AvailabilityBurn, LatencyBurn,
    ];
}

/// <summary>Urgency of an alarm.</summary>
public enum Severity
{
    /// <summary>Immediate: requests fail.</summary>
    Page,

    /// <summary>In working hours: a degradation, or a failure to come.</summary>
    Ticket,
}

/// <summary>Location of the runbooks.</summary>
/// <param name="Folder">URL of the folder, or its path in the repository; without a trailing slash.</param>
public sealed record Runbooks(string Folder)
{
    public string Of(AlarmKind kind) => $"{Folder}/{kind.Name}.md";
}
