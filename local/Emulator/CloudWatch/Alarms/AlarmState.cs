namespace WorkoutLog.Local.CloudWatch.Alarms;

public enum AlarmState
{
    InsufficientData,
    Ok,
    Alarm,
}

public static class AlarmStates
{
    /// <summary>CloudWatch's own word: <c>OK</c>, <c>ALARM</c>, <c>INSUFFICIENT_DATA</c>.</summary>
    public static string Word(this AlarmState state) => state switch
    {
        AlarmState.Ok => "OK",
        AlarmState.Alarm => "ALARM",
        _ => "INSUFFICIENT_DATA",
    };
}
