namespace WorkoutLog.Infra.Api;

/// <summary>Routes that promise their callers the same.</summary>
public enum RouteGroup
{
    /// <summary>What changes workouts.</summary>
    Write,

    /// <summary>What shows workouts.</summary>
    Read,

    /// <summary>What sums them up.</summary>
    Statistics,
}
