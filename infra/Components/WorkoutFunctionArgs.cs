using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Components;

public sealed class WorkoutFunctionArgs : ResourceArgs
{
    public required string Description { get; init; }

    public required FunctionSettings Settings { get; init; }

    public required FunctionBuild Build { get; init; }

    /// <summary>ARN of a layer with further certificate authorities; null without.</summary>
    public required string? CertificateLayer { get; init; }

    /// <summary>Where the function logs. It must exist first: a function that finds no group would make one that keeps its events for ever.</summary>
    public required LogGroup LogGroup { get; init; }

    public required LogLevel LogLevel { get; init; }

    public required MonitoringLevel Monitoring { get; init; }

    public required bool Tracing { get; init; }

    /// <summary>Encrypts the environment; null for a key that AWS owns.</summary>
    public required CustomerKey? Key { get; init; }

    public required InputMap<string> Environment { get; init; }
}
