namespace WorkoutLog.Infra.Settings;

/// <param name="MemoryMiB">128 to 10,240.</param>
/// <param name="Timeout">Below API Gateway's integration limit of 29 seconds, so that the function answers before its caller gives up.</param>
/// <param name="LogRetentionDays">One of the periods that CloudWatch Logs offers.</param>
public sealed record FunctionSettings(int MemoryMiB, TimeSpan Timeout, int LogRetentionDays);
