using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Components;

public sealed class ServiceObjectivesArgs : ResourceArgs
{
    /// <summary>Begins the names of the objectives and of their alarms, which are unique in the account and region.</summary>
    public required string Prefix { get; init; }

    /// <summary>The routes that <see cref="Api"/> serves; it must emit the metrics of each.</summary>
    public required ImmutableArray<Route> Routes { get; init; }

    public required WorkoutApi Api { get; init; }

    public required Runbooks Runbooks { get; init; }

    /// <summary>Where alarms go.</summary>
    public required AlarmTopic AlarmTopic { get; init; }
}
