using System.Collections.Immutable;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring.Objectives;

namespace WorkoutLog.Infra.Service;

/// <summary>What WorkoutLog promises its callers.</summary>
public static class WorkoutObjectives
{
    private const double AvailablePercent = 99.9;
    private const double FastPercent = 99;

    // Within it a p99 is fast.
    private const int FastMilliseconds = 300;

    public static ImmutableArray<Objective> All { get; } = Objective.OfGroups(Routes.All, AvailablePercent, FastPercent, FastMilliseconds);
}
