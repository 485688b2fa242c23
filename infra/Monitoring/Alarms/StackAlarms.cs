using Pulumi;
using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Infra.Monitoring.Alarms;

/// <summary>
/// What all alarms of a stack have in common. A mail shows the name in its subject and the description in its text, so both name
/// the stack and the region: one address may get the alarms of several.
/// </summary>
/// <param name="Region">AWS region, such as <c>us-east-1</c>.</param>
/// <param name="TopicArn">Where alarms and their ends are announced.</param>
public sealed record StackAlarms(StackNames Names, string Region, Runbooks Runbooks, Input<string> TopicArn)
{
    /// <summary>Unique in the account and region. Without the provider's auto-naming, which knows neither project nor region.</summary>
    /// <param name="what">The part of the stack that the alarm watches.</param>
    public string NameOf(string what, string alarm) => $"{Names.Prefix}-{Region}-{what}-{alarm}";

    /// <summary>Ends with the severity and what to read.</summary>
    public string Describe(string sentence, AlarmKind kind) =>
        $"{Names.Project}/{Names.Stack} in {Region}: {sentence} {kind.Severity}: {Runbooks.Of(kind)}";
}
