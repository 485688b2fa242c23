namespace WorkoutLog.Infra.Policies;

/// <summary>Permissions of a function, except on tables.</summary>
public static class FunctionPolicies
{
    public static PolicyDocument Trust() => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "LambdaRuns",
        Principal = [PolicyPrincipal.Service("lambda.amazonaws.com")],
        Action = ["sts:AssumeRole"],
    });

    /// <summary>Writes to its own log group. It cannot create groups, because those would have unlimited retention.</summary>
    public static PolicyDocument WriteLogs(string logGroupArn) => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "WriteOwnLogs",
        Action = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource = [$"{logGroupArn}:*"],
    });

    /// <summary>Sends traces. These actions support no resource-level permissions.</summary>
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
