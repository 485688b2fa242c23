using WorkoutLog.Http;

namespace WorkoutLog.ProcessWorkout;

/// <summary>The routes of this function.</summary>
public static class Routes
{
    public static IReadOnlyList<Route<Handlers>> All { get; } =
    [
        new("POST", "/workouts", static (handlers, request) => handlers.LogWorkout.HandleAsync(request)),
        new("POST", "/workouts/batch", static (handlers, request) => handlers.LogBatch.HandleAsync(request)),
        new("PUT", "/workouts/{userId}/{workoutId}", static (handlers, request) => handlers.ReplaceWorkout.HandleAsync(request)),
        new("DELETE", "/workouts/{userId}/{workoutId}", static (handlers, request) => handlers.DeleteWorkout.HandleAsync(request)),
    ];
}

/// <summary>The handlers of the routes.</summary>
public sealed record Handlers(
    LogWorkoutHandler LogWorkout, LogBatchHandler LogBatch, ReplaceWorkoutHandler ReplaceWorkout, DeleteWorkoutHandler DeleteWorkout);
