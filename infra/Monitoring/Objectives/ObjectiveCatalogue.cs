using System.Collections.Immutable;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Infra.Monitoring.Objectives;

/// <summary>Every objective of the stack, as data.</summary>
public static class ObjectiveCatalogue
{
    private const double AvailablePercent = 99.9;
    private const double FastPercent = 99;

    /// <summary>Within it a p99 is fast.</summary>
    public const int FastMilliseconds = 300;

    public static ImmutableArray<Objective> Of(ImmutableArray<Route> routes) =>
    [
        .. routes.GroupBy(route => route.Group).OrderBy(group => group.Key).SelectMany(group => new Objective[]
        {
            new Objective.Availability(group.Key, [.. group], AvailablePercent),
            new Objective.Latency(group.Key, [.. group], FastPercent, FastMilliseconds),
        }),
    ];
}
