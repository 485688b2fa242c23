using System.Collections.Immutable;
using WorkoutLog.Infra.Api.Manifest;

namespace WorkoutLog.Infra.Api;

/// <summary>
/// Every route, once. The OpenAPI body, the permissions, and what a local run serves are made from this list.
/// </summary>
public static class Routes
{
    public static readonly ImmutableArray<Route> All =
    [
        LogRoutes.One,
        LogRoutes.Batch,
        WorkoutsRoutes.List,
        WorkoutRoutes.Get,
        WorkoutRoutes.Replace,
        WorkoutRoutes.Delete,
        StatsRoutes.Get,
        WorkoutsRoutes.Export,
    ];
}
