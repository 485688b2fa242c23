using WorkoutLog.Local.CloudWatch.Alarms;

namespace WorkoutLog.Local.Tests.CloudWatch.Alarms;

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
    public void Reads_states_words_and_parentheses(string rule, bool expected) =>
        Assert.Equal(expected, CompositeRuleParser.Read(rule).IsTrue(StateOf));

    [Fact]
    public void Names_the_alarms_that_it_looks_at() =>
        Assert.Equal(["fast", "slow alarm"], CompositeRuleParser.Read("ALARM(fast) AND NOT OK(\"slow alarm\")").Alarms);

    [Theory]
    [InlineData("")]
    [InlineData("ALARM(fast) ALARM(slow)")]
    [InlineData("AT_LEAST(1, ALARM, (fast, slow))")]
    [InlineData("ALARM(fast")]
    public void Refuses_what_is_no_rule(string rule)
    {
        var error = Assert.Throws<UserErrorException>(() => CompositeRuleParser.Read(rule));

        Assert.StartsWith($"'{rule}' is no alarm rule that a local run can read: ", error.Message, StringComparison.Ordinal);
    }

    private static AlarmState StateOf(string alarm) => alarm.Split(':')[^1] switch
    {
        "fast" => AlarmState.Alarm,
        "slow" => AlarmState.Ok,
        _ => AlarmState.InsufficientData,
    };
}
