using WorkoutLog.Local.Plan.Changes;
using WorkoutLog.Local.Plan.Output;

namespace WorkoutLog.Local.Tests.Plan.Changes;

public sealed class GraphDifferenceTests(Stacks stacks) : IClassFixture<Stacks>
{
    private const string Moves = "the stage moves to the new one, then the old one is deleted: no call is lost";

    /// <summary>
    /// Stack, an edit of both sides, the change, and the plan's lines for it. Users of a replaced resource's name change too; an index changes in place; ignored changes
    /// don't count; default tags update a resource; a pinned alias stays; tags and reserved concurrency publish no version; documents and archives are compared by content.
    /// </summary>
    [Theory, Cases]
    public void Lists_each_change_and_its_consequences(string stack, string? otherwise, string edit, params string[] expected)
    {
        var before = otherwise is null ? stacks[stack] : stacks[stack].Edit(otherwise);

        Assert.Equal(expected, Changes(before, before.Edit(edit)));
    }

    [Fact]
    public void A_replacement_cascades()
    {
        var api = Changes(stacks.Dev, stacks.Dev.Edit("RestApi api region = \"eu-west-1\""));
        var local = Changes(stacks.Dev, stacks.Dev.Edit("""Table stats localSecondaryIndexes = [{"name":"byTime"}]"""));
        var scaled = GraphEdit.Plan(stacks.Prod, stacks.Prod.Edit("Table stats hashKey = \"user\""));

        Assert.Contains($"± api-deployment: {Moves} | restApi follows api (replaces)", api);
        Assert.Contains("± api-stage: restApi follows api (replaces) | deployment follows api-deployment", api);
        Assert.Contains("± stats: localSecondaryIndexes = [{\"name\":\"byTime\"}] (replaces)", local);
        Assert.Equal(
            ["stats", "stats-read-target", "stats-read-scaling", "stats-write-target", "stats-write-scaling", "backup-tables"],
            scaled.Changes.Where(change => change.Operation == Operation.Replace).Select(change => change.Resource.Name));
    }

    [Fact]
    public void An_unknown_type_and_a_graph_of_another_stack_are_refused()
    {
        const string Bucket = "aws:s3/bucket:Bucket";
        var odd = stacks.Dev.Edit($"Table stats :urn = \"urn:pulumi:dev::workout-log::{Bucket}::stats\" ; Table stats :type = \"{Bucket}\"");

        Assert.Equal(
            $"The type {Bucket} is unknown: a plan can't tell which inputs replace the resource. Fix: add a class for the type to local/Graph/Types.",
            Refusal.Of(() => GraphEdit.Plan(odd, odd)));
        Assert.Equal(
            "The base is a graph of stack dev of workout-log, and the plan is of stack prod of workout-log. Fix: use a graph of the same stack.",
            Refusal.Of(() => GraphEdit.Plan(stacks.Dev, stacks.Prod)));
        Assert.EndsWith(
            "pulumi stack rename organization/training/dev --stack dev", Refusal.Of(() => GraphEdit.Plan(stacks.Dev, stacks.Dev with { Project = "training" })), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Changes(ResourceGraph before, ResourceGraph after) => GraphEdit.Plan(before, after).Changes
        .Select(change => $"{ChangeText.Sign(change.Operation)} {change.Resource.Name}: {string.Join(" | ", ChangeText.Details(change))}");
}
