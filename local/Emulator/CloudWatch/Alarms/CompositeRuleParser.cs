using Sprache;

namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>Reads the rule expression of a composite alarm: <c>ALARM("one") AND NOT (OK("other") OR TRUE)</c>.</summary>
internal static class CompositeRuleParser
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
        select (CompositeRule)new CompositeRule.StateIs(state, name);

    private static readonly Parser<CompositeRule> _constant =
        Word("TRUE").Return((CompositeRule)new CompositeRule.Constant(true)).Or(Word("FALSE").Return((CompositeRule)new CompositeRule.Constant(false)));

    private static readonly Parser<CompositeRule> _group =
        from open in Parse.Char('(').Token()
        from inner in Parse.Ref(() => _or!)
        from close in Parse.Char(')').Token()
        select inner;

    private static readonly Parser<CompositeRule> _not =
        (from word in Word("NOT")
         from operand in Parse.Ref(() => _not!)
         select (CompositeRule)new CompositeRule.Not(operand)).Or(_group).Or(_state).Or(_constant);

    private static readonly Parser<CompositeRule> _and =
        Parse.ChainOperator(Word("AND"), _not, (_, left, right) => new CompositeRule.And(left, right));

    private static readonly Parser<CompositeRule> _or =
        Parse.ChainOperator(Word("OR"), _and, (_, left, right) => new CompositeRule.Or(left, right));

    /// <exception cref="UserErrorException">The text is no rule.</exception>
    public static CompositeRule Read(string text)
    {
        var result = _or.End().TryParse(text);
        return result.WasSuccessful ? result.Value : throw new UserErrorException($"'{text}' is no alarm rule that a local run can read: {result.Message}");
    }

    private static Parser<string> Word(string word) =>
        (from text in Parse.IgnoreCase(word).Text()
         from end in Parse.Not(Parse.LetterOrDigit.Or(Parse.Char('_')))
         select text).Token();
}
