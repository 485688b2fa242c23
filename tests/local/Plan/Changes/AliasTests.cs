using WorkoutLog.Local.Plan.Changes;

namespace WorkoutLog.Local.Tests.Plan.Changes;

/// <summary>Renamed resources.</summary>
public sealed class AliasTests(Stacks stacks) : IClassFixture<Stacks>
{
    private const string FormerUrn = "urn:pulumi:dev::workout-log::workoutlog:index:WorkoutTable$aws:dynamodb/table:Table::stats";

    [Fact]
    public void Without_an_alias_another_name_is_another_resource()
    {
        var plan = GraphEdit.Plan(stacks.Dev, Renamed());

        Assert.Equal(
            [(Operation.Create, "weeks"), (Operation.Delete, "stats")],
            plan.Changes.Where(change => change.Resource.Type.EndsWith(":Table", StringComparison.Ordinal)).Select(change => (change.Operation, change.Resource.Name)));
        Assert.Contains(plan.Refused, finding => finding.Kind.Name == "data-loss" && finding.Resource == "stats");
        Assert.Contains(plan.Findings, judged => judged.Finding.Kind.Name == "rename" && judged.Finding.Resource == "weeks");
    }

    [Theory, InlineData(FormerUrn), InlineData("stats")]
    public void An_alias_keeps_the_resource_and_its_names_at_AWS(string alias)
    {
        var plan = GraphEdit.Plan(stacks.Dev, Renamed(alias));

        var change = Assert.Single(plan.Changes);
        Assert.Equal((Operation.Record, "weeks", true), (change.Operation, change.Resource.Name, change.IsRenamed));
        // The cost of a table is measured by its name.
        Assert.All(plan.Findings, judged => Assert.Equal("cost", judged.Finding.Kind.Name));
    }

    [Fact]
    public void An_alias_of_a_component_keeps_its_children()
    {
        var after = stacks.Dev with
        {
            Resources = [.. stacks.Dev.Resources.Select(resource => resource with { Urn = Other(resource.Urn), Parent = resource.Parent is null ? null : Other(resource.Parent) })],
        };
        var aliased = after with
        {
            Resources =
            [
                .. after.Resources.Select(resource => resource.Component && resource.Type == "workoutlog:index:WorkoutTable"
                    ? resource with { Options = resource.Options with { Aliases = [resource.Urn.Replace("WorkoutDesk", "WorkoutTable", StringComparison.Ordinal)] } }
                    : resource),
            ],
        };

        Assert.Contains(GraphEdit.Plan(stacks.Dev, after).Changes, change => change.Operation == Operation.Delete);
        Assert.All(GraphEdit.Plan(stacks.Dev, aliased).Changes, change => Assert.Equal(Operation.Record, change.Operation));

        static string Other(string urn) => urn.Replace("WorkoutTable", "WorkoutDesk", StringComparison.Ordinal);
    }

    // As the program would register it: with the resource's new names wherever they are used.
    private ResourceGraph Renamed(params string[] aliases)
    {
        var table = stacks.Dev.Find("Table", "stats");
        var names = new AwsNames("workout-log", "dev", "us-east-1");
        var json = GraphJson.Write(stacks.Dev)
            .Replace(names.AutoName(table.Type, "stats"), names.AutoName(table.Type, "weeks"), StringComparison.Ordinal)
            .Replace(FormerUrn, FormerUrn.Replace("::stats", "::weeks", StringComparison.Ordinal), StringComparison.Ordinal);
        return GraphJson.Read(json).Edit($"Table stats :options.aliases = {JsonSerializer.Serialize(aliases)} ; Table stats :name = \"weeks\"");
    }
}
