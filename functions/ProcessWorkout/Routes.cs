using WorkoutLog.Http.Routing;

namespace WorkoutLog.ProcessWorkout;

/// <summary>Every operation of this function.</summary>
public static class Routes
{
    public static IReadOnlyList<Route<Handlers>> All { get; } =
    [
        new("POST", "/workouts", static (handlers, request) => handlers.LogWorkout.HandleAsync(request)),
    ];
}
