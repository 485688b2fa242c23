using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api;

/// <summary>
/// Every route, once. The OpenAPI body, the permissions, and what a local run serves are made from this list.
/// </summary>
public static class Routes
{
    private static readonly ImmutableSortedDictionary<string, string> _noHeaders = ImmutableSortedDictionary<string, string>.Empty;

    public static readonly ImmutableArray<Route> All =
    [
        new(
            "POST", "/workouts", FunctionNames.ProcessWorkout,
            "logWorkout", "Logs one workout.",
            typeof(WorkoutRequest),
            new RouteAnswer(201, "The workout is logged.", typeof(WorkoutCreated), _noHeaders.Add("Location", "Path of the new workout")),
            [400, 403, 409, 413, 500, 503]),
        new(
            "GET", "/stats/{userId}", FunctionNames.QueryWorkouts,
            "getStats", "Sums over all workouts of a user, whole, by type and by month.",
            null,
            new RouteAnswer(200, "The sums; all zero for a user without workouts.", typeof(StatsResponse), _noHeaders),
            [400, 403, 500, 503]),
    ];
}
