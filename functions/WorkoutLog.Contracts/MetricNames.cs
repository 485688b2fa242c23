namespace WorkoutLog.Contracts;

/// <summary>How closely a stack is monitored. CloudWatch bills each custom metric, and each alarm by its metrics.</summary>
public enum MonitoringLevel
{
    /// <summary>The stack as a whole: availability to callers.</summary>
    Basic,

    /// <summary>Also each route and workout type separately, and the causes of errors that callers see.</summary>
    Detailed,
}

/// <summary>The project's own metrics. The functions emit all but <see cref="StatisticsDrift"/>, in CloudWatch's embedded metric format.</summary>
public static class MetricNames
{
    public const string Namespace = "WorkoutLog";

    /// <summary>Dimension: the stack, such as <c>prod</c>.</summary>
    public const string Environment = "Environment";

    /// <summary>One of the configured types; a dimension in addition to <see cref="Environment"/> with <see cref="MonitoringLevel.Detailed"/>.</summary>
    public const string WorkoutType = "WorkoutType";

    /// <summary>New workouts; also by type.</summary>
    public const string WorkoutsLogged = "WorkoutsLogged";

    /// <summary>Kilocalories of new workouts; also by type.</summary>
    public const string CaloriesBurned = "CaloriesBurned";

    /// <summary>Minutes of new workouts; also by type.</summary>
    public const string DurationMinutes = "DurationMinutes";

    /// <summary>Refused fields.</summary>
    public const string ValidationErrors = "ValidationErrors";

    /// <summary>Writes that their key identified as already done.</summary>
    public const string IdempotentReplays = "IdempotentReplays";

    /// <summary>Write conflicts on the same items, whether or not a retry succeeded.</summary>
    public const string Conflicts = "Conflicts";

    /// <summary>DynamoDB read units.</summary>
    public const string ConsumedReadUnits = "ConsumedReadUnits";

    /// <summary>DynamoDB write units.</summary>
    public const string ConsumedWriteUnits = "ConsumedWriteUnits";

    /// <summary>Parameters with a refused value, counted at each read while the value lasts.</summary>
    public const string ConfigurationRefused = "ConfigurationRefused";

    /// <summary>Failed reads of the SSM parameters: the previous values stay in force, and an operator's changes have no effect.</summary>
    public const string ParametersNotRead = "ParametersNotRead";

    /// <summary>Months with statistics that differ from the sums over the workouts; published by <c>./workout repair</c>.</summary>
    public const string StatisticsDrift = "StatisticsDrift";
}
