namespace WorkoutLog.Contracts;

/// <summary>How closely a stack is watched. CloudWatch bills each metric beyond those that AWS emits by itself, and each alarm by its metrics.</summary>
public enum MonitoringLevel
{
    /// <summary>The stack as a whole: whether callers are served.</summary>
    Basic,

    /// <summary>Also each route and each workout type by itself, and the causes behind what callers see.</summary>
    Detailed,
}
