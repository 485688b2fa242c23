namespace WorkoutLog.Local.Tests.CloudWatch.Alarms;

public sealed class AlarmRuleTests
{
    private const string Retain = "retain";

    // AWS's documentation shows these rows: 0 is fine, X breaches, - is missing, the newest on the right.
    [Theory]
    [InlineData(3, "0 - X - X", "OK", "OK", "OK", "OK")]
    [InlineData(3, "0 - - - -", "OK", "OK", "OK", "OK")]
    [InlineData(3, "- - - - -", "INSUFFICIENT_DATA", Retain, "ALARM", "OK")]
    [InlineData(3, "0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(3, "- - X - -", "ALARM", Retain, "ALARM", "OK")]
    [InlineData(2, "0 - X - X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0 0 X 0 X", "ALARM", "ALARM", "ALARM", "ALARM")]
    [InlineData(2, "0 - X - -", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "- - - - 0", "OK", "OK", "ALARM", "OK")]
    [InlineData(2, "- - - X -", "ALARM", Retain, "ALARM", "OK")]
    public void Evaluates_three_periods_as_the_documentation_shows(int toAlarm, string points, string missing, string ignore, string breaching, string notBreaching) => Assert.Equal(
        [missing, ignore, breaching, notBreaching],
        new[] { MissingDataTreatment.Missing, MissingDataTreatment.Ignore, MissingDataTreatment.Breaching, MissingDataTreatment.NotBreaching }.Select(one => Judge(toAlarm, points, one)));

    // A single recent bad value may be an exception.
    [Theory]
    [InlineData("- - - - X", "OK")]
    [InlineData("- - - X -", "OK")]
    [InlineData("- - X - -", "ALARM")]
    [InlineData("- - X - 0", "OK")]
    public void Does_not_raise_an_alarm_on_a_single_recent_value(string points, string expected) => Assert.Equal(expected, Judge(3, points, MissingDataTreatment.Missing));

    [Theory]
    [InlineData("GreaterThanThreshold", false, false, true)]
    [InlineData("GreaterThanOrEqualToThreshold", false, true, true)]
    [InlineData("LessThanThreshold", true, false, false)]
    [InlineData("LessThanOrEqualToThreshold", true, true, false)]
    public void Compares_by_its_operator_and_rejects_anomaly_detection_bands(string comparison, bool below, bool equal, bool above)
    {
        var rule = new AlarmRule(Comparison.Parse(comparison), 5, 1, 1, MissingDataTreatment.Missing);

        Assert.Equal((below, equal, above), (rule.Breaches(4.9), rule.Breaches(5), rule.Breaches(5.1)));
        Assert.Equal("A local run does not support the comparison operator 'GreaterThanUpperThreshold'.", Refusal.Of(() => Comparison.Parse("GreaterThanUpperThreshold")));
    }

    [Fact]
    public void Evaluates_the_last_periods_if_none_is_missing() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, 1), 7).ToArbitrary(),
        Gen.Choose(1, 5).ToArbitrary(),
        ArbMap.Default.ArbFor<bool>(),
        (values, toAlarm, fillsWithBad) =>
        {
            var treatment = fillsWithBad ? MissingDataTreatment.Breaching : MissingDataTreatment.Missing;
            var rule = Rule(5, toAlarm, treatment);

            var expected = values[2..].Sum() >= toAlarm ? AlarmState.Alarm : AlarmState.Ok;
            return rule.Judge([.. values.Select(value => (double?)value)]).State == expected;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Never_uses_more_values_than_there_are_periods_and_never_an_older_one_before_a_newer_one() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements<double?>(null, 0, 1), 5).ToArbitrary(),
        values =>
        {
            var verdict = Rule(3, 2, MissingDataTreatment.NotBreaching).Judge([.. values]);

            int[] real = [.. Enumerable.Range(0, values.Length).Where(place => values[place] is not null)];
            return verdict.Used.SequenceEqual(real.TakeLast(3)) && verdict.Used.Length + verdict.Missing == 3;
        }).QuickCheckThrowOnFailure();

    private static string Judge(int toAlarm, string points, MissingDataTreatment treatment)
    {
        ImmutableArray<double?> values = [.. points.Split(' ').Select(point => point switch { "X" => 1, "0" => (double?)0, _ => null })];
        return Rule(3, toAlarm, treatment).Judge(values).State?.Word() ?? Retain;
    }

    private static AlarmRule Rule(int periods, int toAlarm, MissingDataTreatment treatment) => new(Comparison.Parse("GreaterThanThreshold"), 0.5, periods, toAlarm, treatment);
}

public sealed class CompositeRuleTests
{
    [Theory]
    [InlineData("ALARM(fast) AND ALARM(slow)", false)]
    [InlineData("ALARM(\"fast\") OR ALARM('slow')", true)]
    [InlineData("ALARM(fast) and not alarm(slow)", true)]
    [InlineData("NOT OK(slow) OR FALSE", false)]
    [InlineData("INSUFFICIENT_DATA(new) AND (OK(fast) OR OK(slow))", true)]
    [InlineData("ALARM(fast) OR ALARM(fast) AND ALARM(slow)", true)]
    [InlineData("(ALARM(fast) OR ALARM(fast)) AND ALARM(slow)", false)]
    [InlineData("NOT (NOT (TRUE))", true)]
    [InlineData("ALARM(arn:aws:cloudwatch:us-east-1:123456789012:alarm:fast)", true)]
    public void Reads_states_operators_and_parentheses_and_lists_its_alarms(string rule, bool expected)
    {
        Assert.Equal(expected, CompositeRule.Read(rule).IsTrue(StateOf));
        Assert.Equal(["fast", "slow alarm"], CompositeRule.Read("ALARM(fast) AND NOT OK(\"slow alarm\")").Alarms);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ALARM(fast) ALARM(slow)")]
    [InlineData("AT_LEAST(1, ALARM, (fast, slow))")]
    [InlineData("ALARM(fast")]
    public void Rejects_an_invalid_rule(string rule) => Assert.StartsWith(
        $"'{rule}' is not an alarm rule that a local run supports: ", Refusal.Of(() => CompositeRule.Read(rule)), StringComparison.Ordinal);

    private static AlarmState StateOf(string alarm) => alarm.Split(':')[^1] switch
    {
        "fast" => AlarmState.Alarm,
        "slow" => AlarmState.Ok,
        _ => AlarmState.InsufficientData,
    };
}
