using WorkoutLog.Local.Plan.Base;

namespace WorkoutLog.Local.Plan;

/// <summary>The changes that <c>pulumi up</c> would make to a stack deployed from the base, and the findings on them.</summary>
/// <param name="Base">Display name of the base.</param>
/// <param name="Findings">Most severe first, then in the order of the resources.</param>
/// <param name="Cost">Null if unknown; a note says why.</param>
/// <param name="Notes">Anything else to know, a sentence each.</param>
internal sealed record DeploymentPlan(
    string Stack, string Base, bool IsNewStack, GraphDifference Difference, ImmutableArray<JudgedFinding> Findings,
    ImmutableArray<WaiverNote> WaiverNotes, CostChange? Cost, ImmutableArray<string> Notes)
{
    /// <summary>Those without a waiver.</summary>
    public IEnumerable<Finding> Refused => Findings.Where(judged => judged.IsRefused).Select(judged => judged.Finding);

    public bool IsRefused => Findings.Any(judged => judged.IsRefused);

    public ImmutableArray<ResourceChange> Changes => Difference.Changes;

    /// <param name="waivers">Of the stack after the change.</param>
    /// <param name="today">In UTC.</param>
    /// <exception cref="UserErrorException">The graphs are of different stacks, or have an unknown type.</exception>
    public static DeploymentPlan Of(
        BaseGraph @base, ResourceGraph after, double logsPerDay, IReadOnlyCollection<Waiver> waivers, DateOnly today)
    {
        var before = @base.Graph;
        var (old, now) = (Normal(before ?? new ResourceGraph(after.Project, after.Stack, [], [])), Normal(after));
        if ((old.Project, old.Stack) != (now.Project, now.Stack))
        {
            throw new UserErrorException(old.Stack == now.Stack
                ? $"The project is renamed from {old.Project} to {now.Project}: `pulumi up` would create a second stack with empty tables and leave the first one running. "
                    + $"Fix: keep the name in Pulumi.yaml, or rename the deployed stack first: pulumi stack rename organization/{now.Project}/{now.Stack} --stack {old.Stack}"
                : $"The base is a graph of stack {old.Stack} of {old.Project}, and the plan is of stack {now.Stack} of {now.Project}. Fix: use a graph of the same stack.");
        }

        var difference = GraphDifference.Between(old, now);
        var (cost, unknown) = Price(before is null ? null : old, now, logsPerDay);
        ImmutableArray<Finding> findings = [.. FindingChecks.Of(difference), .. cost?.Finding is { } other ? [other] : Array.Empty<Finding>()];
        var (judged, waiverNotes) = WaiverJudge.Judge(findings, waivers, today);
        string?[] notes =
        [
            before is null ? $"{@base.Name} does not have this stack: everything is new, so nothing can be lost or widened." : null,
            .. @base.RemovedStacks.Select(gone =>
                $"Pulumi.{gone}.yaml was removed, but the stack {gone} stays deployed. If it was renamed: pulumi stack rename {(before is null ? now.Stack : "NAME")} --stack {gone}. If it is unused: pulumi destroy --stack {gone}."),
            unknown is null ? null : $"The bills are not compared. {unknown}",
        ];
        return new DeploymentPlan(now.Stack, @base.Name, before is null, difference, judged, waiverNotes, cost, [.. notes.OfType<string>()]);
    }

    // An unknown price must not fail the plan.
    private static (CostChange? Cost, string? Unknown) Price(ResourceGraph? before, ResourceGraph after, double logsPerDay)
    {
        try
        {
            return (CostChange.Between(before, after, logsPerDay), null);
        }
        catch (Exception unknown)
        {
            // The base's resources may be connected in a way that no price rule expects.
            return (null, unknown is UserErrorException ? unknown.Message : "The structure of the base or of the stack is not what the price rules expect.");
        }
    }

    // Numbers in an evaluated graph have other CLR types than in one that was read.
    private static ResourceGraph Normal(ResourceGraph graph) => GraphJson.Read(GraphJson.Write(graph));
}
