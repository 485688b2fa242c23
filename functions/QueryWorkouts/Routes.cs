using WorkoutLog.Http.Routing;

namespace WorkoutLog.QueryWorkouts;

/// <summary>Every operation of this function.</summary>
public static class Routes
{
    public static IReadOnlyList<Route<Handlers>> All { get; } =
    [
        new("GET", "/stats/{userId}", static (handlers, request) => handlers.GetStats.HandleAsync(request)),
    ];
}
