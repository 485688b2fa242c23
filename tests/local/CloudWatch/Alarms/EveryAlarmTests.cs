namespace WorkoutLog.Local.Tests.CloudWatch.Alarms;

/// <summary>Simulates every alarm of the committed stacks: its cause must raise it, it must clear afterwards, and a single failure must not raise it.</summary>
public sealed class EveryAlarmTests(Stacks stacks) : IClassFixture<Stacks>
{
    // The longest evaluation range of an alarm is six hours.
    private const int LimitMinutes = 8 * 60;

    [Fact]
    public void Has_a_fixture_and_every_fixture_has_an_alarm()
    {
        Assert.Empty(AlarmsOf(stacks.Dev).Concat(AlarmsOf(stacks.Prod)).Where(alarm => KindOf(alarm) is not { } kind || !AlarmFixture.ByKind.ContainsKey(kind)).Select(alarm => alarm.Name));
        Assert.Empty(AlarmFixture.ByKind.Keys.Except(AlarmsOf(stacks.Prod).Concat(AlarmsOf(Stacks.Fullest)).Select(KindOf)));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Is_raised_by_its_cause_and_clears_after_it(string stack)
    {
        foreach (var alarm in AlarmsOf(stacks[stack]))
        {
            var fixture = AlarmFixture.ByKind[KindOf(alarm)!];
            var story = new AlarmSimulation(stacks[stack], alarm);

            Assert.True(story.PassUntil(AlarmState.Ok, fixture.Good, LimitMinutes), $"{alarm.Name} is not OK while all is well: {story.Alarm.Reason}");
            Assert.True(story.PassUntil(AlarmState.Alarm, fixture.Bad, LimitMinutes), $"{alarm.Name} is not raised: {story.Alarm.Reason}");
            Assert.True(story.PassUntil(AlarmState.Ok, fixture.Good, LimitMinutes), $"{alarm.Name} does not end: {story.Alarm.Reason}");
        }
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Stays_quiet_overnight_with_one_failure(string stack)
    {
        foreach (var alarm in AlarmsOf(stacks[stack]))
        {
            var fixture = AlarmFixture.ByKind[KindOf(alarm)!];
            var story = new AlarmSimulation(stacks[stack], alarm);
            story.PassUntil(AlarmState.Ok, fixture.Good, LimitMinutes);

            for (var minute = 0; minute < 8 * 60; minute++)
            {
                story.Pass(fixture.NightAt(minute));
                Assert.True(story.Alarm.State != AlarmState.Alarm, $"{alarm.Name} is raised in minute {minute}: {story.Alarm.Reason}");
            }
        }
    }

    private static IEnumerable<GraphResource> AlarmsOf(ResourceGraph graph) => graph.OfType(MetricAlarmType.Token).Concat(graph.OfType(CompositeAlarmType.Token));

    private static string? KindOf(GraphResource alarm) => AlarmStatus.Unchecked(alarm, "").Runbook;
}
