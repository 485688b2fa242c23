namespace WorkoutLog.Infra.Naming;

/// <summary>The log groups of API Gateway's execution logs, which it names itself, by the API's id.</summary>
public static class ExecutionLogs
{
    public const string GroupPrefix = "API-Gateway-Execution-Logs_";
}
