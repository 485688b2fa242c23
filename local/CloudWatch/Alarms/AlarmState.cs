namespace WorkoutLog.Local.CloudWatch.Alarms;

public enum AlarmState
{
    InsufficientData,
    Ok,
    Alarm,
}
