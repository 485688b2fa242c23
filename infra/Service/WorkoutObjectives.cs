using System.Collections.Immutable;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring.Objectives;

namespace WorkoutLog.Infra.Service;

/// <summary>The service level objectives of WorkoutLog.</summary>
public static class WorkoutObjectives
{
    private const double AvailablePercent = 99.9;
    private const double FastPercent = 99;

    private const int FastMilliseconds = 300;

    public static ImmutableArray<Objective> All { get; } = Objective.OfGroups(Routes.All, AvailablePercent, FastPercent, FastMilliseconds);
}
