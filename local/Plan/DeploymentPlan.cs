using WorkoutLog.Local.Plan.Base;

namespace WorkoutLog.Local.Plan;

/// <summary>What <c>pulumi up</c> would do to a stack that is as the base says, and what to think of it.</summary>
/// <param name="Base">What was compared with, for people.</param>
/// <param name="Findings">The gravest first, then in the order of the resources.</param>
/// <param name="Cost">Null where it is unknown; a note says why.</param>
/// <param name="Notes">What else a reader must know, a sentence each.</param>
internal sealed record DeploymentPlan(
    string Stack, string Base, bool IsNewStack, GraphDifference Difference, ImmutableArray<JudgedFinding> Findings,
    ImmutableArray<WaiverNote> WaiverNotes, CostChange? Cost, ImmutableArray<string> Notes)
{
    /// <summary>Those that no waiver lets pass.</summary>
    public IEnumerable<Finding> Refused => Findings.Where(judged => judged.IsRefused).Select(judged => judged.Finding);

    public bool IsRefused => Findings.Any(judged => judged.IsRefused);

    public ImmutableArray<ResourceChange> Changes => Difference.Changes;

    /// <param name="waivers">Of the stack as it will be.</param>
    /// <param name="today">In UTC.</param>
    /// <exception cref="UserErrorException">The two are no graphs of the same stack, or hold something of which nothing is known.</exception>
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
                : $"The base is a graph of stack {old.Stack} of {old.Project}, and the plan is of stack {now.Stack} of {now.Project}. Give the graph of the same stack.");
        }

        var difference = GraphDifference.Between(old, now);
        var (cost, unknown) = Price(before is null ? null : old, now, logsPerDay);
        ImmutableArray<Finding> findings = [.. FindingChecks.Of(difference), .. cost?.Finding is { } other ? [other] : Array.Empty<Finding>()];
        var (judged, waiverNotes) = WaiverJudge.Judge(findings, waivers, today);
        string?[] notes =
        [
            before is null ? $"{@base.Name} has no such stack: everything is new, and there is nothing that could be lost or widened." : null,
            .. @base.GoneStacks.Select(gone =>
                $"Pulumi.{gone}.yaml is gone, and the stack {gone} stays deployed. If it has another name now: pulumi stack rename {(before is null ? now.Stack : "NAME")} --stack {gone}. If nobody uses it: pulumi destroy --stack {gone}."),
            unknown is null ? null : $"The bills are not compared. {unknown}",
        ];
        return new DeploymentPlan(now.Stack, @base.Name, before is null, difference, judged, waiverNotes, cost, [.. notes.OfType<string>()]);
    }

    // A price that is not known makes no plan worthless.
    private static (CostChange? Cost, string? Unknown) Price(ResourceGraph? before, ResourceGraph after, double logsPerDay)
    {
        try
        {
            return (CostChange.Between(before, after, logsPerDay), null);
        }
        catch (Exception unknown)
        {
            // The base may be of a program whose resources hang together otherwise than any rule expects.
            return (null, unknown is UserErrorException ? unknown.Message : "The base, or the stack as it is now, is not put together as the price rules expect.");
        }
    }

    // Numbers of an evaluated graph are of other CLR types than those of one that was read.
    private static ResourceGraph Normal(ResourceGraph graph) => GraphJson.Read(GraphJson.Write(graph));
}
