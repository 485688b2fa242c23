using WorkoutLog.Local.Plan;
using WorkoutLog.Local.Plan.Findings;

namespace WorkoutLog.Local.Tests.Plan.Findings;

/// <summary>Findings on events.</summary>
public sealed class EventFindingTests
{
    private static readonly ResourceGraph _stack = Stacks.Fullest;

    [Theory, Cases]
    public void Removed_or_changed_members_break_consumers(string before, string after, string what) => Assert.Equal(
        what,
        string.Join(' ', Of(GraphEdit.Plan(With(before), With(after)), "events").Select(finding => finding.What)));

    [Fact]
    public void A_wider_filter_breaks_nothing() => Assert.Empty(
        Of(GraphEdit.Plan(_stack, _stack.Edit("""Pipe events sourceParameters.filterCriteria.filters[+] = {"pattern":"{\"eventName\":[\"REMOVE\"]}"}""")), "events"));

    [Fact]
    public void Turning_events_off_reports_each_loss_once()
    {
        var off = _stack with { Resources = [.. _stack.Resources.Where(resource => !resource.IsOfEvents())] };

        Assert.Equal(
            ["data-loss events-archive", "data-loss events-dead-letters", "stream-loss events", "stream-loss events"],
            GraphEdit.Plan(_stack, off).Refused.Select(finding => $"{finding.Kind.Name} {finding.Resource}").Order());
    }

    private static ResourceGraph With(string template) =>
        _stack.Edit($"Pipe events targetParameters.inputTemplate = {JsonSerializer.Serialize(template)}");

    private static IEnumerable<Finding> Of(DeploymentPlan plan, string resource) =>
        plan.Findings.Select(judged => judged.Finding).Where(finding => finding.Kind == FindingKind.EventBreak && finding.Resource == resource);
}
