using System.Collections.Immutable;

namespace WorkoutLog.Infra.Policies;

/// <summary>What a function may do with one table or index. A transaction needs the rights of its items; it has no action of its own.</summary>
public static class TablePolicies
{
    public static PolicyDocument Allow(string arn, params ImmutableArray<string> actions) => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "UseTable",
        Action = actions,
        Resource = [arn],
    });
}
