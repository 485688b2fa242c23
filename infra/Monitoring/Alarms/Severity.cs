namespace WorkoutLog.Infra.Monitoring.Alarms;

/// <summary>How soon somebody must look.</summary>
public enum Severity
{
    /// <summary>Now: callers are not served.</summary>
    Page,

    /// <summary>In working hours: something is worse than it should be, or will become a failure.</summary>
    Ticket,
}
