namespace WorkoutLog.Infra.Monitoring.Alarms;

/// <summary>On which side of its threshold a value is wrong.</summary>
public enum Bound
{
    /// <summary>The threshold is the lowest value that is wrong.</summary>
    AtLeast,

    /// <summary>The threshold is the lowest value that is right.</summary>
    Below,
}
