using WorkoutLog.Local.Plan.Findings;

namespace WorkoutLog.Local.Tests.Plan.Findings;

/// <summary>Every kind of finding, on the production stack with a domain.</summary>
public sealed class FindingTests(Stacks stacks) : IClassFixture<Stacks>
{
    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (var (index, one) in FindingCase.All.Index())
            {
                cases.Add(index, string.Create(CultureInfo.InvariantCulture, $"{one.Kind} of {one.Place}"));
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Is_found(int index, string _)
    {
        var expected = FindingCase.All[index];
        var before = Graph();

        var found = GraphEdit.Plan(before, expected.Change(before)).Findings.Select(judged => judged.Finding);

        var finding = Assert.Single(found, finding => finding.Kind.Name == expected.Kind && finding.Resource == expected.Place);
        Assert.Equal(expected.What, finding.What);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Is_not_found_where_it_is_undone(int index, string _)
    {
        var expected = FindingCase.All[index];
        var before = Graph();

        var found = GraphEdit.Plan(expected.Change(before), before).Findings.Select(judged => judged.Finding);

        if (expected.Reversible)
        {
            Assert.DoesNotContain(found, finding => finding.Kind.Name == expected.Kind && finding.Resource == expected.Place);
        }
    }

    [Fact]
    public void Every_kind_has_a_case() =>
        Assert.Equal(FindingKind.All.Select(kind => kind.Name).Order(), FindingCase.All.Select(one => one.Kind).Distinct().Order());

    // The production stack has no domain of its own; what its functions are built to is no matter of a plan.
    private ResourceGraph Graph()
    {
        var domain = Stacks.Fullest.Resources.Single(resource => resource.Type == "aws:apigateway/domainName:DomainName").Copy();
        return (stacks.Prod with { Resources = [.. stacks.Prod.Resources, domain] })
            .WithInputs("Function", "QueryWorkouts", inputs => inputs["code"]!["archive"]!["sha256"] = new string('0', 64));
    }
}
