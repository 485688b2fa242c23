using WorkoutLog.Local.Plan;
using WorkoutLog.Local.Plan.Findings;
using WorkoutLog.Local.Plan.Output;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Local.Tests.Plan.Waivers;

public sealed class WaiverJudgeTests(Stacks stacks) : IClassFixture<Stacks>
{
    private const string Reason = "the streams move to the new table";

    [Fact]
    public void A_waiver_lets_its_finding_of_its_resource_pass()
    {
        var plan = StreamOff(Waiver("stream-loss", "logs", 30));

        Assert.False(plan.IsRefused);
        Assert.Equal("waived until 2026-12-21", PlanSummary.Word(plan.Findings[0]));
        Assert.Empty(plan.WaiverNotes);
    }

    [Theory, InlineData(0), InlineData(90)]
    public void A_waiver_counts_on_its_first_and_on_its_last_day(int days) => Assert.False(StreamOff(Waiver("stream-loss", "logs", days)).IsRefused);

    [Theory]
    [InlineData(-1, "The waiver \"stream-loss logs until 2026-11-20 because {0}\" has expired. Remove it from planWaivers, or set a new day and a new reason.")]
    [InlineData(91, "The waiver \"stream-loss logs until 2027-02-20 because {0}\" does not count: it would last 91 days, at most 90 are allowed.")]
    public void An_expired_waiver_and_one_for_too_long_do_not_count(int days, string note)
    {
        var plan = StreamOff(Waiver("stream-loss", "logs", days));

        Assert.True(plan.IsRefused);
        Assert.Equal([note.Replace("{0}", Reason, StringComparison.Ordinal)], plan.WaiverNotes.Select(one => one.Text));
    }

    [Theory, InlineData("stream-loss", "stats"), InlineData("data-loss", "logs")]
    public void An_unused_waiver_is_reported_and_has_no_effect(string finding, string resource)
    {
        var plan = StreamOff(Waiver(finding, resource, 30));

        Assert.True(plan.IsRefused);
        Assert.Equal(
            [$"The waiver \"{Waiver(finding, resource, 30)}\" is unused: the plan finds no {finding} of {resource}. Remove it from planWaivers."],
            plan.WaiverNotes.Select(note => note.Text));
    }

    [Fact]
    public void One_finding_that_is_left_fails_the_plan()
    {
        var waiver = Waiver("stream-loss", "logs", 30);
        var after = stacks.Dev.Edit("Table logs streamEnabled = false ; Table stats streamEnabled = false");

        var plan = GraphEdit.Plan(stacks.Dev, after, waiver);

        Assert.Equal("0 to create, 2 to update, 0 to replace, 0 to delete; refused: stream-loss of stats", PlanSummary.Of(plan));
    }

    private DeploymentPlan StreamOff(Waiver waiver) => GraphEdit.Plan(stacks.Dev, stacks.Dev.Edit("Table logs streamEnabled = false"), waiver);

    private static Waiver Waiver(string finding, string resource, int days) => new(FindingKind.All.Single(kind => kind.Name == finding), resource, GraphEdit.Today.AddDays(days), Reason);
}
