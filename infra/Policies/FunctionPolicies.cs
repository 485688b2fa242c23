namespace WorkoutLog.Infra.Policies;

/// <summary>What a function may do besides its tables.</summary>
public static class FunctionPolicies
{
    public static PolicyDocument Trust() => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "LambdaRuns",
        Principal = [PolicyPrincipal.Service("lambda.amazonaws.com")],
        Action = ["sts:AssumeRole"],
    });

    /// <summary>Writes to its own log group. It can't create groups: a group that nobody declared would keep its events for ever.</summary>
    public static PolicyDocument WriteLogs(string logGroupArn) => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "WriteOwnLogs",
        Action = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource = [$"{logGroupArn}:*"],
    });

    /// <summary>Sends traces. X-Ray knows no resources, so these two actions can't be limited to any.</summary>
    public static PolicyDocument WriteTraces() => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "WriteTraces",
        Action = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
        Resource = ["*"],
    });

    public static PolicyDocument ReadParameters(IEnumerable<string> parameterArns) => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "ReadParameters",
        Action = ["ssm:GetParameters"],
        Resource = [.. parameterArns],
    });
}
