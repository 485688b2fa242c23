namespace WorkoutLog.Infra.Monitoring.Alarms;

/// <summary>What a period without data means to an alarm.</summary>
public enum MissingData
{
    /// <summary>Nothing happened, so nothing is wrong.</summary>
    NotBreaching,

    /// <summary>Silence is the failure.</summary>
    Breaching,

    /// <summary>Nobody looked, so what was found last still holds.</summary>
    Ignore,
}
