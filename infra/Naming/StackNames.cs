using Pulumi;

namespace WorkoutLog.Infra.Naming;

/// <summary>The names that people and other systems know; everything else is named by Pulumi.</summary>
public sealed record StackNames(string Project, string Stack)
{
    public static StackNames OfRunningStack() => new(Deployment.Instance.ProjectName, Deployment.Instance.StackName);

    /// <summary>For what has one flat name an account: <c>workout-log-prod</c>.</summary>
    public string Prefix => $"{Project}-{Stack}";

    /// <summary>What the names of the log groups begin with, without a trailing slash: <c>/workout-log/prod</c>.</summary>
    public string LogGroupPath => $"/{Project}/{Stack}";

    /// <summary>Where the runtime parameters stand, without a trailing slash: <c>/workout-log/prod</c>.</summary>
    public string ParameterPath => $"/{Project}/{Stack}";
}

/// <summary>The log groups of API Gateway's execution logs, which it names itself, by the API's id.</summary>
public static class ExecutionLogs
{
    public const string GroupPrefix = "API-Gateway-Execution-Logs_";
}
