using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Output;

namespace WorkoutLog.Local.Tests.Plan;

/// <summary>Properties of every plan.</summary>
public sealed class PlanPropertyTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Fact]
    public void An_unchanged_stack_has_an_empty_plan() => Assert.All(
        [stacks.Dev, stacks.Prod, Stacks.Fullest],
        graph =>
        {
            var plan = GraphEdit.Plan(graph, graph);

            Assert.Empty(plan.Changes);
            Assert.Empty(plan.Findings);
            Assert.Equal("0 to create, 0 to update, 0 to replace, 0 to delete; nothing is refused", PlanSummary.Of(plan));
        });

    [Fact]
    public void The_reverse_plan_deletes_created_resources() => Prop.ForAll(Parts(), parts =>
    {
        var (one, other) = (Keep(parts.One), Keep(parts.Other));

        var (there, back) = (Difference(one, other), Difference(other, one));

        Assert.Equal(Names(there, Operation.Create), Names(back, Operation.Delete));
        Assert.Equal(Names(there, Operation.Delete), Names(back, Operation.Create));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void The_order_of_the_resources_changes_nothing() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var shuffled = stacks.Prod with { Resources = Shuffle(stacks.Prod.Resources, seed) };

        Assert.Empty(Difference(stacks.Prod, shuffled).Changes);
        Assert.Empty(Difference(shuffled, stacks.Prod).Changes);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void A_plan_is_the_same_each_time() => Assert.Equal(
        PlanJson.Write(GraphEdit.Plan(stacks.Dev, stacks.Dev.Edit("- Table logs"))),
        PlanJson.Write(GraphEdit.Plan(stacks.Dev, stacks.Dev.Edit("- Table logs"))));

    [Fact]
    public void A_new_stack_passes()
    {
        var plan = GraphEdit.Plan(null, stacks.Prod);

        Assert.Equal("146 to create, 0 to update, 0 to replace, 0 to delete; nothing is refused", PlanSummary.Of(plan));
        Assert.Equal(["before.json does not have this stack: everything is new, so nothing can be lost or widened."], plan.Notes.AsEnumerable());
        Assert.Equal(["backup-role"], GraphEdit.Plan(null, stacks.Prod.Edit("Role backup-role managedPolicyArns = [\"arn:aws:iam::aws:policy/AdministratorAccess\"]")).Refused.Select(finding => finding.Resource));
    }

    /// <summary>Another program's resources can lack any input, or have it in another form.</summary>
    [Theory, Cases]
    public void A_base_of_any_shape_has_a_plan_without_a_cost_comparison(string shape)
    {
        var before = stacks.Dev with { Resources = [.. stacks.Dev.Resources.Select(resource => Odd(resource, shape))] };

        var plan = GraphEdit.Plan(before, stacks.Dev);

        Assert.Null(plan.Cost);
        Assert.StartsWith("The bills are not compared. The ", Assert.Single(plan.Notes), StringComparison.Ordinal);
        Assert.NotEmpty(PlanJson.Write(plan));
        Assert.NotEmpty(PlanMarkdown.Write(plan));
    }

    private static GraphResource Odd(GraphResource resource, string shape) => shape switch
    {
        "without inputs" => resource with { Inputs = [] },
        "without outputs" => resource with { Outputs = [] },
        // A policy that can't be read is refused.
        _ => resource with
        {
            Inputs = new JsonObject(resource.Inputs.Select(input => KeyValuePair.Create(
                input.Key, input.Key.EndsWith("olicy", StringComparison.Ordinal) ? input.Value?.DeepClone() : JsonNode.Parse(shape)))),
        },
    };

    private static GraphDifference Difference(ResourceGraph before, ResourceGraph after) => GraphDifference.Between(before, after);

    private static IEnumerable<string> Names(GraphDifference difference, Operation operation) =>
        difference.Changes.Where(change => change.Operation == operation).Select(change => change.Resource.Urn).Order(StringComparer.Ordinal);

    private ResourceGraph Keep(HashSet<int> places) => stacks.Dev with
    {
        Resources = [.. stacks.Dev.Resources.Index().Where(resource => resource.Item.Component || places.Contains(resource.Index)).Select(resource => resource.Item)],
    };

    private Arbitrary<(HashSet<int> One, HashSet<int> Other)> Parts()
    {
        var part = Gen.Choose(0, stacks.Dev.Resources.Count - 1).ListOf(40).Select(places => places.ToHashSet());
        return Arb.From(from one in part from other in part select (one, other));
    }

    private static List<GraphResource> Shuffle(IEnumerable<GraphResource> resources, int seed)
    {
        var random = new System.Random(seed);
        return [.. resources.OrderBy(_ => random.Next())];
    }
}
