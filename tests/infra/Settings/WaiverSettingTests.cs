using System.Collections.Immutable;
using System.Text.Json;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Tests.Settings;

public class WaiverSettingTests
{
    private const string Example = "stateful-replacement logs until 2026-12-24 because the items are copied before";
    private const string Form = "FINDING RESOURCE until YYYY-MM-DD because REASON, with a reason of 10 to 200 characters";

    [Fact]
    public void Without_a_word_nothing_is_waived() => Assert.Empty(Configuration.Accept().Waivers);

    [Fact]
    public void A_waiver_says_what_where_until_when_and_why() => Assert.Equal(
        [
            new Waiver(PlanRefusal.StatefulReplacement, "logs", new DateOnly(2026, 12, 24), "the items are copied before"),
            new Waiver(PlanRefusal.WidenedAccess, "alarms-oncall@example.com", new DateOnly(2026, 2, 28), "ticket 7: until the new reader is there"),
        ],
        Accept(Example, "widened-access alarms-oncall@example.com until 2026-02-28 because ticket 7: until the new reader is there").AsEnumerable());

    [Fact]
    public void A_waiver_is_written_as_it_was_read() => Assert.Equal(Example, Assert.Single(Accept(Example)).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("stateful-replacement logs")]
    [InlineData("stateful-replacement logs until 2026-12-24")]
    [InlineData("stateful-replacement logs until 2026-12-24 because no reason")]
    [InlineData("stateful-replacement logs until 24.12.2026 because the items are copied before")]
    [InlineData("stateful-replacement logs until 2026-12-24 because the items\nare copied before")]
    [InlineData("stateful-replacement the logs until 2026-12-24 because the items are copied before")]
    [InlineData("stateful-replacement logs until 2026-12-24 because \u001b[31mthe items are copied before")]
    public void Refuses_another_form(string waiver) => Assert.Equal(
        Configuration.Error("planWaivers[0]", waiver, Form, $"set --path 'p:planWaivers[0]' '{Example}'"),
        Configuration.Refuse(("planWaivers", JsonSerializer.Serialize(new[] { waiver }))));

    [Fact]
    public void Refuses_a_reason_above_the_limit() => Assert.Equal(
        Configuration.Error("planWaivers[0]", Reasoned(201), Form, $"set --path 'p:planWaivers[0]' '{Example}'"),
        Configuration.Refuse(("planWaivers", JsonSerializer.Serialize(new[] { Reasoned(201) }))));

    [Fact]
    public void Takes_a_reason_at_the_limit() => Accept(Reasoned(200));

    [Fact]
    public void A_finding_that_is_none_is_answered_with_the_nearest() => Assert.Equal(
        Configuration.Error(
            "planWaivers[0]",
            "data-los logs until 2026-12-24 because the items are copied before",
            "a finding out of stateful-replacement, data-loss, recovery-loss, protection-loss, expiry-change, stream-loss, widened-access, public-exposure, encryption-loss",
            "set --path 'p:planWaivers[0]' 'data-loss logs until 2026-12-24 because the items are copied before'"),
        Configuration.Refuse(("planWaivers", """["data-los logs until 2026-12-24 because the items are copied before"]""")));

    [Fact]
    public void Refuses_a_day_that_no_calendar_has() => Assert.Equal(
        Configuration.Error(
            "planWaivers[0]",
            "data-loss logs until 2026-02-30 because the items are copied before",
            "a day that the calendar has, as YYYY-MM-DD",
            $"set --path 'p:planWaivers[0]' '{Example}'"),
        Configuration.Refuse(("planWaivers", """["data-loss logs until 2026-02-30 because the items are copied before"]""")));

    [Fact]
    public void A_finding_of_a_resource_is_waived_once() => Assert.Equal(
        Configuration.Error(
            "planWaivers[1]",
            "data-loss logs until 2027-01-01 because it was once not enough",
            "an element that differs from planWaivers[0]",
            "rm --path 'p:planWaivers[1]'"),
        Configuration.Refuse((
            "planWaivers",
            """["data-loss logs until 2026-12-24 because the items are copied before","data-loss logs until 2027-01-01 because it was once not enough"]""")));

    [Fact]
    public void Every_bad_waiver_is_told_at_once() => Assert.Equal(
        Configuration.Error("planWaivers[0]", "x", Form, $"set --path 'p:planWaivers[0]' '{Example}'")
        + "\n"
        + Configuration.Error("planWaivers[1]", "y", Form, $"set --path 'p:planWaivers[1]' '{Example}'"),
        Configuration.Refuse(("planWaivers", """["x","y"]""")));

    private static ImmutableArray<Waiver> Accept(params string[] waivers) => Configuration.Accept(("planWaivers", JsonSerializer.Serialize(waivers))).Waivers;

    private static string Reasoned(int length) => $"data-loss logs until 2026-12-24 because {new string('x', length)}";
}
