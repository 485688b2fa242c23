namespace WorkoutLog.Contracts;

/// <summary>How closely a stack is watched. CloudWatch bills each metric beyond those that AWS emits by itself, and each alarm by its metrics.</summary>
public enum MonitoringLevel
{
    /// <summary>The stack as a whole: whether callers are served.</summary>
    Basic,

    /// <summary>Also each route and each workout type by itself, and the causes behind what callers see.</summary>
    Detailed,
}

/// <summary>Metrics of the project's own: the functions emit them in CloudWatch's embedded metric format, but for <see cref="StatisticsDrift"/>.</summary>
public static class MetricNames
{
    public const string Namespace = "WorkoutLog";

    /// <summary>Dimension: the stack, such as <c>prod</c>.</summary>
    public const string Environment = "Environment";

    /// <summary>One of the configured types; a dimension beside <see cref="Environment"/> with <see cref="MonitoringLevel.Detailed"/>.</summary>
    public const string WorkoutType = "WorkoutType";

    /// <summary>New workouts; also by type.</summary>
    public const string WorkoutsLogged = "WorkoutsLogged";

    /// <summary>Kilocalories of new workouts; also by type.</summary>
    public const string CaloriesBurned = "CaloriesBurned";

    /// <summary>Minutes of new workouts; also by type.</summary>
    public const string DurationMinutes = "DurationMinutes";

    /// <summary>Refused fields.</summary>
    public const string ValidationErrors = "ValidationErrors";

    /// <summary>Writes that were found done already, by their key.</summary>
    public const string IdempotentReplays = "IdempotentReplays";

    /// <summary>Times that a write met another one of the same items, whether or not a later try went through.</summary>
    public const string Conflicts = "Conflicts";

    /// <summary>DynamoDB read units.</summary>
    public const string ConsumedReadUnits = "ConsumedReadUnits";

    /// <summary>DynamoDB write units.</summary>
    public const string ConsumedWriteUnits = "ConsumedWriteUnits";

    /// <summary>Parameters whose value was refused, counted at each read: it goes on for as long as the value is there.</summary>
    public const string ConfigurationRefused = "ConfigurationRefused";

    /// <summary>Times that SSM gave the functions no parameters: those before stay in force, and a change of an operator does not arrive.</summary>
    public const string ParametersNotRead = "ParametersNotRead";

    /// <summary>Months of a user whose statistics are not the sums over the workouts; published by <c>./workout repair</c>.</summary>
    public const string StatisticsDrift = "StatisticsDrift";
}
