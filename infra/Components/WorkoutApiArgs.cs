using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

public sealed class WorkoutApiArgs : ResourceArgs
{
    public required ImmutableArray<Route> Routes { get; init; }

    /// <summary>The functions that the routes name.</summary>
    public required ImmutableDictionary<string, WorkoutFunction> Functions { get; init; }

    public required ApiSettings Settings { get; init; }

    public required MonitoringLevel Monitoring { get; init; }

    public required bool Tracing { get; init; }

    /// <summary>Twelve digits.</summary>
    public required Input<string> AccountId { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The log groups of the stack stand under it; without a trailing slash.</summary>
    public required string LogGroupPath { get; init; }

    /// <summary>Encrypts the log groups; null for a key that AWS owns.</summary>
    public required CustomerKey? Key { get; init; }
}
