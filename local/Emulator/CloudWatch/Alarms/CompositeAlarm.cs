using Sprache;

namespace WorkoutLog.Local.CloudWatch;

internal sealed record CompositeAlarm(AlarmStatus Declared, CompositeRule Rule)
{
    public static CompositeAlarm From(GraphResource resource) =>
        new(AlarmStatus.Unchecked(resource, resource.Inputs.Text("alarmName")!), CompositeRule.Read(resource.Inputs.Text("alarmRule")!));

    /// <param name="find">Returns the status of another alarm, by name or ARN.</param>
    public (AlarmState State, string Reason) Evaluate(Func<string, AlarmStatus> find)
    {
        var isTrue = Rule.IsTrue(alarm => find(alarm).State);
        var states = Rule.Alarms.Distinct().Select(alarm => $"{find(alarm).Name} is {find(alarm).State.Word()}");
        return (isTrue ? AlarmState.Alarm : AlarmState.Ok, $"The rule is {(isTrue ? "true" : "false")}: {string.Join(", ", states)}.");
    }
}

/// <summary>The rule expression of a composite alarm: <c>ALARM("one") AND NOT (OK("other") OR TRUE)</c>.</summary>
/// <param name="Alarms">Names or ARNs of the alarms in the rule.</param>
internal sealed record CompositeRule(IEnumerable<string> Alarms, Func<Func<string, AlarmState>, bool> IsTrue)
{
    private static readonly Parser<string> _name =
        (from quote in Parse.Chars('"', '\'')
         from name in Parse.CharExcept(quote).AtLeastOnce().Text()
         from end in Parse.Char(quote)
         select name).Or(Parse.CharExcept("()\"' \t\r\n").AtLeastOnce().Text());

    private static readonly Parser<CompositeRule> _state =
        from state in Word("ALARM").Return(AlarmState.Alarm).Or(Word("OK").Return(AlarmState.Ok)).Or(Word("INSUFFICIENT_DATA").Return(AlarmState.InsufficientData))
        from open in Parse.Char('(').Token()
        from name in _name.Token()
        from close in Parse.Char(')').Token()
        select new CompositeRule([name], stateOf => stateOf(name) == state);

    private static readonly Parser<CompositeRule> _constant =
        Word("TRUE").Return(new CompositeRule([], _ => true)).Or(Word("FALSE").Return(new CompositeRule([], _ => false)));

    private static readonly Parser<CompositeRule> _group =
        from open in Parse.Char('(').Token()
        from inner in Parse.Ref(() => _or!)
        from close in Parse.Char(')').Token()
        select inner;

    private static readonly Parser<CompositeRule> _not =
        (from word in Word("NOT")
         from operand in Parse.Ref(() => _not!)
         select operand with { IsTrue = stateOf => !operand.IsTrue(stateOf) }).Or(_group).Or(_state).Or(_constant);

    private static readonly Parser<CompositeRule> _and = Parse.ChainOperator(
        Word("AND"), _not, (_, left, right) => new CompositeRule([.. left.Alarms, .. right.Alarms], stateOf => left.IsTrue(stateOf) && right.IsTrue(stateOf)));

    private static readonly Parser<CompositeRule> _or = Parse.ChainOperator(
        Word("OR"), _and, (_, left, right) => new CompositeRule([.. left.Alarms, .. right.Alarms], stateOf => left.IsTrue(stateOf) || right.IsTrue(stateOf)));

    public static CompositeRule Read(string text)
    {
        var result = _or.End().TryParse(text);
        return result.WasSuccessful ? result.Value : throw new UserErrorException($"'{text}' is not an alarm rule that a local run supports: {result.Message}");
    }

    private static Parser<string> Word(string word) =>
        (from text in Parse.IgnoreCase(word).Text()
         from end in Parse.Not(Parse.LetterOrDigit.Or(Parse.Char('_')))
         select text).Token();
}
