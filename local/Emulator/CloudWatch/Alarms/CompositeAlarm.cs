using System.Collections.Immutable;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>A composite alarm as its resource declares it.</summary>
internal sealed record CompositeAlarm(AlarmText Text, CompositeRule Rule)
{
    /// <exception cref="UserErrorException">Its rule can't be read.</exception>
    public static CompositeAlarm From(GraphResource resource) =>
        new(AlarmText.Of(resource, resource.Inputs.Text("alarmName")!), CompositeRuleParser.Read(resource.Inputs.Text("alarmRule")!));

    /// <param name="find">Name or ARN of another alarm to how it stands.</param>
    public (AlarmState State, string Reason) Evaluate(Func<string, AlarmStatus> find)
    {
        var isTrue = Rule.IsTrue(alarm => find(alarm).State);
        ImmutableArray<string> states = [.. Rule.Alarms.Distinct().Select(alarm => $"{find(alarm).Name} is {find(alarm).State.Word()}")];
        return (isTrue ? AlarmState.Alarm : AlarmState.Ok, $"The rule is {(isTrue ? "true" : "false")}: {string.Join(", ", states)}.");
    }
}
