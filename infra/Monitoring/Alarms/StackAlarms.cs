using Pulumi;
using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Infra.Monitoring.Alarms;

/// <summary>
/// Names and descriptions of a stack's alarms. An e-mail shows the name in its subject and the description in its text. Both name the
/// stack and the region, because one address may get the alarms of several stacks.
/// </summary>
/// <param name="Region">AWS region, such as <c>us-east-1</c>.</param>
/// <param name="TopicArn">The topic for alarms and recoveries.</param>
public sealed record StackAlarms(StackNames Names, string Region, Runbooks Runbooks, Input<string> TopicArn)
{
    /// <summary>Unique in the account and region. Not auto-named, because auto-names lack project and region.</summary>
    /// <param name="what">The monitored part of the stack.</param>
    public string NameOf(string what, string alarm) => $"{Names.Prefix}-{Region}-{what}-{alarm}";

    /// <summary>Ends with the severity and the runbook.</summary>
    public string Describe(string sentence, AlarmKind kind) =>
        $"{Names.Project}/{Names.Stack} in {Region}: {sentence} {kind.Severity}: {Runbooks.Of(kind)}";
}
