using WorkoutLog.Infra.Settings;
using WorkoutLog.Local.Plan.Findings;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Local.Tests.Plan.Waivers;

public class WaiverTests
{
    private const string Example = "stateful-replacement logs until 2026-12-24 because the items are copied before";
    private const string Form = "FINDING RESOURCE until YYYY-MM-DD because REASON, with a reason of 10 to 200 characters";

    [Fact]
    public void Without_the_setting_nothing_is_waived() => Assert.Empty(Waiver.Of(Configuration(null)));

    [Fact]
    public void A_waiver_says_what_where_until_when_and_why() => Assert.Equal(
        [
            new Waiver(FindingKind.StatefulReplacement, "logs", new DateOnly(2026, 12, 24), "the items are copied before"),
            new Waiver(FindingKind.WidenedAccess, "alarms-oncall@example.com", new DateOnly(2026, 2, 28), "ticket 7: until the new reader is there"),
        ],
        Accept(Example, "widened-access alarms-oncall@example.com until 2026-02-28 because ticket 7: until the new reader is there").AsEnumerable());

    [Fact]
    public void A_waiver_is_written_as_it_was_read() => Assert.Equal(Example, Assert.Single(Accept(Example)).ToString());

    [Fact]
    public void Takes_a_reason_at_the_limit() => Accept(Reasoned(200));

    [Theory, Cases]
    public void Refuses_another_form(string waiver) => Assert.Equal([Error(0, waiver, Form, Example)], Refuse(waiver));

    [Fact]
    public void Refuses_a_reason_above_the_limit() => Assert.Equal([Error(0, Reasoned(201), Form, Example)], Refuse(Reasoned(201)));

    /// <summary>Suggests the nearest finding, else an example.</summary>
    [Theory, Cases]
    public void Refuses_an_unknown_finding_and_an_invalid_date(string waiver, string allowed, string better) =>
        Assert.Equal([Error(0, waiver, allowed, better)], Refuse(waiver));

    [Fact]
    public void Only_a_finding_that_is_refused_can_be_waived() => Assert.StartsWith(
        "a finding, one of ",
        Assert.Single(WaiverSetting.Declaration.Read("""["interruption logs until 2026-12-24 because the items are copied before"]""").Errors).Allowed,
        StringComparison.Ordinal);

    [Fact]
    public void A_finding_of_a_resource_is_waived_once() => Assert.Equal(
        [Error(1, "data-loss logs until 2027-01-01 because it was once not enough", "an element that differs from planWaivers[0]", null)],
        Refuse("data-loss logs until 2026-12-24 because the items are copied before", "data-loss logs until 2027-01-01 because it was once not enough"));

    [Fact]
    public void Reports_every_bad_waiver() => Assert.Equal(
        """
        The configuration of stack s is not valid; nothing was registered.
          p:planWaivers[0] must be FINDING RESOURCE until YYYY-MM-DD because REASON, with a reason of 10 to 200 characters; got "x".
            Fix: pulumi config set --path 'p:planWaivers[0]' 'stateful-replacement logs until 2026-12-24 because the items are copied before' --stack s
          p:planWaivers[1] must be FINDING RESOURCE until YYYY-MM-DD because REASON, with a reason of 10 to 200 characters; got "y".
            Fix: pulumi config set --path 'p:planWaivers[1]' 'stateful-replacement logs until 2026-12-24 because the items are copied before' --stack s
        """,
        Assert.Throws<UserErrorException>(() => Waiver.Of(Configuration("""["x","y"]"""))).Message);

    private static string Error(int index, string received, string allowed, string? better) =>
        new SettingError($"planWaivers[{index}]", received, allowed, new ConfigChange($"planWaivers[{index}]", better)).Describe("p", "s");

    private static IEnumerable<string> Refuse(params string[] waivers) =>
        WaiverSetting.Declaration.Read(JsonSerializer.Serialize(waivers)).Errors.Select(error => error.Describe("p", "s"));

    private static ImmutableArray<Waiver> Accept(params string[] waivers) => Waiver.Of(Configuration(JsonSerializer.Serialize(waivers)));

    private static StackConfiguration Configuration(string? waivers)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (waivers is not null)
        {
            values["p:planWaivers"] = waivers;
        }

        return new StackConfiguration("p", "s", values);
    }

    private static string Reasoned(int characters) => $"data-loss logs until 2026-12-24 because {new string('r', characters)}";
}
