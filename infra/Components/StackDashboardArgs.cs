using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Components;

public sealed class StackDashboardArgs : ResourceArgs
{
    /// <summary>Unique in the account: letters, digits, <c>-</c> and <c>_</c>.</summary>
    public required string DashboardName { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    public required MonitoringLevel Monitoring { get; init; }

    /// <summary>The stack, as its functions name it in their metrics.</summary>
    public required string Environment { get; init; }

    /// <summary>The types by which the functions tell workouts apart in their metrics.</summary>
    public required ImmutableArray<string> WorkoutTypes { get; init; }

    /// <summary>The routes that <see cref="Api"/> serves.</summary>
    public required ImmutableArray<Route> Routes { get; init; }

    public required WorkoutApi Api { get; init; }

    public required ImmutableArray<WorkoutFunction> Functions { get; init; }

    public required ImmutableArray<WorkoutTable> Tables { get; init; }

    public required ImmutableArray<LogGroup> LogGroups { get; init; }

    /// <summary>Null in a stack that has none.</summary>
    public required ServiceObjectives? Objectives { get; init; }

    public required Runbooks Runbooks { get; init; }

    /// <summary>ARNs of the alarms whose states are shown.</summary>
    public required ImmutableArray<Output<string>> Alarms { get; init; }
}
