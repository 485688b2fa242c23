using WorkoutLog.Http;

namespace WorkoutLog.QueryWorkouts;

/// <summary>The routes of this function.</summary>
public static class Routes
{
    public static IReadOnlyList<Route<Handlers>> All { get; } =
    [
        new("GET", "/workouts/{userId}", static (handlers, request) => handlers.ListWorkouts.HandleAsync(request)),
        new("GET", "/workouts/{userId}/{workoutId}", static (handlers, request) => handlers.GetWorkout.HandleAsync(request)),
        new("GET", "/workouts/{userId}/export", static (handlers, request) => handlers.ExportWorkouts.HandleAsync(request)),
        new("GET", "/stats/{userId}", static (handlers, request) => handlers.GetStats.HandleAsync(request)),
    ];
}

/// <summary>The handlers of the routes.</summary>
public sealed record Handlers(
    ListWorkoutsHandler ListWorkouts,
    GetWorkoutHandler GetWorkout,
    ExportWorkoutsHandler ExportWorkouts,
    GetStatsHandler GetStats);
