namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>The rule of a composite alarm.</summary>
internal abstract record CompositeRule
{
    private CompositeRule()
    {
    }

    public sealed record Constant(bool Value) : CompositeRule;

    /// <param name="Alarm">Name or ARN.</param>
    public sealed record StateIs(AlarmState State, string Alarm) : CompositeRule;

    public sealed record Not(CompositeRule Operand) : CompositeRule;

    public sealed record And(CompositeRule Left, CompositeRule Right) : CompositeRule;

    public sealed record Or(CompositeRule Left, CompositeRule Right) : CompositeRule;

    /// <summary>Names or ARNs of the alarms that it looks at.</summary>
    public IEnumerable<string> Alarms => this switch
    {
        StateIs state => [state.Alarm],
        Not not => not.Operand.Alarms,
        And and => and.Left.Alarms.Concat(and.Right.Alarms),
        Or or => or.Left.Alarms.Concat(or.Right.Alarms),
        _ => [],
    };

    public bool IsTrue(Func<string, AlarmState> stateOf) => this switch
    {
        Constant constant => constant.Value,
        StateIs state => stateOf(state.Alarm) == state.State,
        Not not => !not.Operand.IsTrue(stateOf),
        And and => and.Left.IsTrue(stateOf) && and.Right.IsTrue(stateOf),
        Or or => or.Left.IsTrue(stateOf) || or.Right.IsTrue(stateOf),
        _ => throw new InvalidOperationException($"{GetType()} is no known rule."),
    };
}
