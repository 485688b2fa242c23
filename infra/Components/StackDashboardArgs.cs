using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Infra.Components;

public sealed class StackDashboardArgs : ResourceArgs
{
    /// <summary>Unique in the account: letters, digits, <c>-</c> and <c>_</c>.</summary>
    public required string DashboardName { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    public required MonitoringLevel Monitoring { get; init; }

    /// <summary>The routes that <see cref="Api"/> serves.</summary>
    public required ImmutableArray<Route> Routes { get; init; }

    public required WorkoutApi Api { get; init; }

    public required ImmutableArray<WorkoutFunction> Functions { get; init; }

    public required ImmutableArray<WorkoutTable> Tables { get; init; }

    /// <summary>ARNs of the alarms whose states are shown.</summary>
    public required ImmutableArray<Output<string>> Alarms { get; init; }
}
