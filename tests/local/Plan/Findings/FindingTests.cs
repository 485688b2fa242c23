using WorkoutLog.Local.Plan.Findings;
using WorkoutLog.Local.Plan.Waivers;

namespace WorkoutLog.Local.Tests.Plan.Findings;

/// <summary>Every kind of finding, on the production stack with a domain.</summary>
public sealed class FindingTests(Stacks stacks) : IClassFixture<Stacks>
{
    /// <summary>The one finding that is expected of a resource, the change, and whether the same change backwards is none of that kind.</summary>
    [Theory, Cases]
    public void Is_found_and_not_where_it_is_undone(string kind, string resource, string what, string edit, bool isReversible = true)
    {
        // The production stack has no domain of its own; what its functions are built to is no matter of a plan.
        var domain = Stacks.Fullest.Resources.Single(each => each.Type == "aws:apigateway/domainName:DomainName");
        var before = (stacks.Prod with { Resources = [.. stacks.Prod.Resources, domain] }).Edit($"Function QueryWorkouts code.archive.sha256 = \"{new string('0', 64)}\"");
        var after = before.Edit(edit);

        Assert.Equal(what, Assert.Single(GraphEdit.Plan(before, after).Findings, IsExpected).Finding.What);
        Assert.True(!isReversible || !GraphEdit.Plan(after, before).Findings.Any(IsExpected));

        bool IsExpected(JudgedFinding judged) => judged.Finding.Kind.Name == kind && judged.Finding.Resource == resource;
    }

    [Fact]
    public void Every_kind_has_a_case() => Assert.Equal(
        FindingKind.All.Select(kind => kind.Name).Order(),
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Plan", "Findings", "FindingTests.txt")).Skip(1).Select(line => line.Split(" | ")[0]).Distinct().Order());
}
